package org.lynceus.device.care;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change of a device's network.
 *
 * @param restartNeeded it counts only after a restart
 * @param newUrl where the device will be; null when its address stays, or nobody knows it (DHCP)
 */
public record NetworkOutcome(boolean restartNeeded, @Nullable URI newUrl) {}
