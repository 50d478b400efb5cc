package org.lynceus.device;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;

/** How a device is reached; the password is sealed. */
public record DeviceConnection(
    UUID id,
    String name,
    URI url,
    @Nullable URI subUrl,
    @Nullable CertificateFingerprint certificate,
    @Nullable String username,
    byte @Nullable [] password) {}
