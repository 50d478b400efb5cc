package org.lynceus.device;

import java.util.List;

/**
 * What a device offered when it was asked.
 *
 * @param channels at least one, in the device's order
 */
public record DeviceOffer(DeviceIdentity identity, List<OfferedChannel> channels) {}
