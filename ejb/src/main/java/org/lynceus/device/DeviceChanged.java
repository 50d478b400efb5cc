package org.lynceus.device;

import java.util.UUID;

/** A device was added, changed or removed; observe it after the transaction's success. */
public record DeviceChanged(UUID deviceId) {}
