package org.lynceus.device.listing;

import java.net.URI;
import java.util.UUID;

/** A channel as a tree shows it, with the device it belongs to. */
public record ChannelEntry(
    UUID id, String name, UUID deviceId, String deviceName, URI deviceUrl, UUID siteId) {}
