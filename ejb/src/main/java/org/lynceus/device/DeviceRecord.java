package org.lynceus.device;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;

/**
 * A device as other domains see it; never with its password.
 *
 * @param homeNode the node that drives it as long as that is alive, null: any
 */
public record DeviceRecord(
    UUID id,
    String name,
    URI url,
    @Nullable URI subUrl,
    @Nullable CertificateFingerprint certificate,
    @Nullable String username,
    DeviceIdentity identity,
    UUID siteId,
    @Nullable String homeNode,
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
        device.getSiteId(),
        device.getHomeNode(),
        device.getVersion(),
        device.getChannels().stream().map(ChannelRecord::of).toList());
  }

  /**
   * The same device as somebody sees it who may use its channels and not know how it is reached.
   */
  DeviceRecord withoutAddress(List<ChannelRecord> others) {
    return new DeviceRecord(
        id,
        name,
        URI.create(url.getScheme() + ":hidden"),
        null,
        null,
        null,
        new DeviceIdentity(null, null, null, null),
        siteId,
        null,
        version,
        others);
  }

  /** The same device with other channels. */
  DeviceRecord with(List<ChannelRecord> others) {
    return new DeviceRecord(
        id, name, url, subUrl, certificate, username, identity, siteId, homeNode, version, others);
  }
}
