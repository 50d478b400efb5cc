package org.lynceus.device;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a device is reached; the password is sealed. */
public record DeviceConnection(
    UUID id, String name, URI url, @Nullable String username, byte @Nullable [] password) {}
