package org.lynceus.device;

import java.util.List;

/**
 * What a device offered when it was asked.
 *
 * @param channels in the device's order; none of a device that will dial in
 */
public record DeviceOffer(DeviceIdentity identity, List<OfferedChannel> channels) {}
