package org.lynceus.device;

import java.util.UUID;

/** The node that owns a device found it online, or offline for a reason. */
public record DeviceStateChanged(UUID deviceId, DeviceState state) {}
