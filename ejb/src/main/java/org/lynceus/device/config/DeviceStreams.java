package org.lynceus.device.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.OfferedChannel;
import org.lynceus.device.StreamOffer;
import org.lynceus.media.RtspAddress;
import org.lynceus.protocols.onvif.EncoderSettings;
import org.lynceus.protocols.onvif.MediaProfile;
import org.lynceus.protocols.onvif.OnvifDevice;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.protocols.onvif.SourceProfiles;

/**
 * The streams of one picture source as the device makes them now, those that the center uses first.
 * Which these are is told by their addresses, since sizes may have changed since they were chosen.
 */
record DeviceStreams(List<One> all) {
  private static final int MOST = 8;

  /**
   * One stream.
   *
   * @param url null when the device names no usable one
   */
  record One(StreamRole role, MediaProfile profile, @Nullable URI url) {
    /** The same with its encoder at work like this. */
    One as(EncoderSettings now) {
      return new One(
          role,
          new MediaProfile(
              profile.token(),
              profile.name(),
              profile.source(),
              profile.configuration(),
              now.codec(),
              now.width(),
              now.height(),
              profile.ptz(),
              profile.encoder()),
          url);
    }
  }

  /** Asks a device for the streams of a channel that is known so far as {@code known}. */
  static DeviceStreams of(OnvifDevice device, int number, OfferedChannel known)
      throws OnvifException {
    String source = device.source(number).source();
    List<MediaProfile> profiles =
        device.profiles().stream()
            .filter(one -> one.source().equals(source) && !one.encoder().isEmpty())
            .limit(MOST)
            .toList();
    List<One> streams = new ArrayList<>();
    for (MediaProfile profile : profiles) {
      URI url = url(device, profile);
      StreamRole role =
          url == null
              ? StreamRole.OTHER
              : url.equals(known.url())
                  ? StreamRole.MAIN
                  : url.equals(known.subUrl()) ? StreamRole.SUB : StreamRole.OTHER;
      streams.add(new One(role, profile, url));
    }
    return new DeviceStreams(sorted(chosen(streams, device.source(number))));
  }

  /** Where no address is known any more, those that would be chosen today. */
  private static List<One> chosen(List<One> streams, SourceProfiles today) {
    if (streams.stream().anyMatch(one -> one.role() == StreamRole.MAIN)) {
      return streams;
    }
    MediaProfile sub = today.sub();
    return streams.stream()
        .map(
            one -> {
              String token = one.profile().token();
              StreamRole role =
                  token.equals(today.main().token())
                      ? StreamRole.MAIN
                      : sub != null && token.equals(sub.token())
                          ? StreamRole.SUB
                          : StreamRole.OTHER;
              return new One(role, one.profile(), one.url());
            })
        .toList();
  }

  /** In the order of their roles, each encoder once. */
  private static List<One> sorted(List<One> streams) {
    Set<String> seen = new HashSet<>();
    return streams.stream()
        .sorted((a, b) -> a.role().compareTo(b.role()))
        .filter(one -> seen.add(one.profile().encoder()))
        .toList();
  }

  private static @Nullable URI url(OnvifDevice device, MediaProfile profile) throws OnvifException {
    try {
      URI url = device.streamUri(profile.token());
      RtspAddress.require(url);
      return url;
    } catch (IllegalArgumentException nonsense) {
      return null;
    } catch (OnvifException e) {
      if (e.refused()) {
        return null;
      }
      throw e;
    }
  }

  @Nullable One encodedBy(String encoder) {
    return all.stream()
        .filter(one -> one.profile().encoder().equals(encoder))
        .findFirst()
        .orElse(null);
  }

  /** The channel as its streams are told now; its sound and what moves it stay. */
  OfferedChannel renewed(OfferedChannel known) {
    One main = of(StreamRole.MAIN);
    One sub = of(StreamRole.SUB);
    StreamOffer knownSub = known.sub();
    return new OfferedChannel(
        main == null ? known.main() : offer(main.profile(), known.main()),
        sub == null || knownSub == null ? knownSub : offer(sub.profile(), knownSub),
        main == null || main.url() == null ? known.url() : main.url(),
        sub == null || sub.url() == null ? known.subUrl() : sub.url(),
        known.ptzProfile());
  }

  /** The same with an encoder at work like this. */
  DeviceStreams with(String encoder, EncoderSettings now) {
    return new DeviceStreams(
        all.stream()
            .map(one -> one.profile().encoder().equals(encoder) ? one.as(now) : one)
            .toList());
  }

  /** The same streams where the device says that they are now. */
  DeviceStreams placedBy(OnvifDevice device) throws OnvifException {
    List<One> placed = new ArrayList<>();
    for (One one : all) {
      placed.add(new One(one.role(), one.profile(), url(device, one.profile())));
    }
    return new DeviceStreams(placed);
  }

  @Nullable One of(StreamRole role) {
    return all.stream().filter(one -> one.role() == role).findFirst().orElse(null);
  }

  private static StreamOffer offer(MediaProfile profile, StreamOffer known) {
    return new StreamOffer(
        profile.codec().isEmpty() ? known.videoCodec() : profile.codec(),
        known.audioCodec(),
        profile.width() == 0 ? null : profile.width(),
        profile.height() == 0 ? null : profile.height());
  }
}
