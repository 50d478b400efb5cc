package org.lynceus.device.listing;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceIdentity;

/**
 * What of a device decides whether and where a list shows it.
 *
 * @param url how it is reached, and only its kind for who may not know that
 * @param identity what it said of itself; empty for who may not know that
 * @param firstChannel of a device that is one RTSP stream, which speaks for it; else null
 */
public record DeviceEntry(
    UUID id,
    String name,
    UUID siteId,
    URI url,
    DeviceIdentity identity,
    @Nullable UUID firstChannel) {}
