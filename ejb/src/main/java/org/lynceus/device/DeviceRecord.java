package org.lynceus.device;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;

/** A device as other domains see it; never with its password. */
public record DeviceRecord(
    UUID id,
    String name,
    URI url,
    @Nullable URI subUrl,
    @Nullable CertificateFingerprint certificate,
    @Nullable String username,
    DeviceIdentity identity,
    long version,
    List<ChannelRecord> channels) {
  static DeviceRecord of(Device device) {
    return new DeviceRecord(
        device.getId(),
        device.getName(),
        device.getUrl(),
        device.getSubUrl(),
        device.getCertificate(),
        device.getUsername(),
        device.getIdentity(),
        device.getVersion(),
        device.getChannels().stream().map(ChannelRecord::of).toList());
  }
}
