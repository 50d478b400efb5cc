package org.lynceus.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.media.Credentials;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.RtspAddress;
import org.lynceus.media.rtsp.CameraTrust;
import org.lynceus.media.rtsp.ProbeFailedException;
import org.lynceus.media.rtsp.RtspProbe;
import org.lynceus.protocols.onvif.DeviceInformation;
import org.lynceus.protocols.onvif.MediaProfile;
import org.lynceus.protocols.onvif.OnvifAddress;
import org.lynceus.protocols.onvif.OnvifClient;
import org.lynceus.protocols.onvif.OnvifDevice;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.protocols.onvif.SourceProfiles;

/**
 * Asks an ONVIF device what it is and offers. The first channel's stream is tried as well, so that
 * a device whose streams nobody reaches is refused now and not found black later; of the others the
 * device's word is taken, because a recorder's channels may be empty or offline today.
 */
@ApplicationScoped
public class OnvifProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final int MOST_CHANNELS = 256;

  @Inject private Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** A connection to a device; asks it for its services. */
  public OnvifDevice connect(
      URI url, @Nullable Credentials credentials, @Nullable CertificateFingerprint certificate)
      throws OnvifException {
    return OnvifDevice.connect(
        new OnvifClient(
            new OnvifAddress(url),
            credentials,
            new CameraTrust(certificate),
            clock,
            random,
            PATIENCE));
  }

  DeviceOffer probe(
      URI url, @Nullable Credentials credentials, @Nullable CertificateFingerprint certificate) {
    try {
      OnvifDevice device = connect(url, credentials, certificate);
      DeviceInformation information = device.information();
      List<SourceProfiles> sources = SourceProfiles.of(device.profiles());
      if (sources.isEmpty()) {
        throw new OnvifException(
            FaultCode.NO_VIDEO, "The device offers no video in a codec the center records.", null);
      }
      List<OfferedChannel> channels = new ArrayList<>();
      for (SourceProfiles source : sources.subList(0, Math.min(sources.size(), MOST_CHANNELS))) {
        channels.add(channel(device, source));
      }
      channels.set(0, tried(channels.get(0), credentials));
      return new DeviceOffer(identity(information), channels);
    } catch (OnvifException e) {
      throw DeviceProbe.unusable(e.fault(), credentials, "/url", e.fault().text());
    }
  }

  private static OfferedChannel channel(OnvifDevice device, SourceProfiles source)
      throws OnvifException {
    MediaProfile main = source.main();
    MediaProfile sub = source.sub();
    return new OfferedChannel(
        offer(main),
        sub == null ? null : offer(sub),
        stream(device, main),
        sub == null ? null : stream(device, sub),
        main.ptz().isEmpty() ? null : main.token());
  }

  private static URI stream(OnvifDevice device, MediaProfile profile) throws OnvifException {
    URI url = device.streamUri(profile.token());
    try {
      RtspAddress.require(url);
    } catch (IllegalArgumentException e) {
      throw new OnvifException(
          FaultCode.MALFORMED, "The device names no usable address of its stream.", e);
    }
    return url;
  }

  /** The channel as its streams really are. */
  private static OfferedChannel tried(OfferedChannel channel, @Nullable Credentials credentials) {
    URI main = java.util.Objects.requireNonNull(channel.url());
    URI sub = channel.subUrl();
    return new OfferedChannel(
        tried(main, credentials),
        sub == null ? null : tried(sub, credentials),
        main,
        sub,
        channel.ptzProfile());
  }

  private static StreamOffer tried(URI url, @Nullable Credentials credentials) {
    try {
      return StreamOffer.of(RtspProbe.probe(url, credentials, null, PATIENCE).stream());
    } catch (ProbeFailedException e) {
      Fault fault = e.fault();
      throw DeviceProbe.unusable(
          fault,
          credentials,
          "/url",
          "ONVIF answers, but the stream it names does not: " + fault.text());
    }
  }

  private static StreamOffer offer(MediaProfile profile) {
    return new StreamOffer(
        profile.codec(),
        null,
        profile.width() == 0 ? null : profile.width(),
        profile.height() == 0 ? null : profile.height());
  }

  private static DeviceIdentity identity(DeviceInformation told) {
    return new DeviceIdentity(
        orNull(told.manufacturer()),
        orNull(told.model()),
        orNull(told.firmware()),
        orNull(told.serial()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
