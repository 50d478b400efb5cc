package org.lynceus.device;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.media.Credentials;

/**
 * How an ONVIF device is reached, with the password opened.
 *
 * @param version of the device
 */
public record OnvifTarget(
    UUID deviceId,
    long version,
    URI url,
    @Nullable CertificateFingerprint certificate,
    @Nullable Credentials credentials) {}
