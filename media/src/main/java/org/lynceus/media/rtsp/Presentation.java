package org.lynceus.media.rtsp;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.AudioDescription;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.MalformedException;
import org.lynceus.media.StreamDescription;
import org.lynceus.media.h264.ParameterSets;
import org.lynceus.media.h265.H265ParameterSets;
import org.lynceus.media.jpeg.JpegFormat;
import org.lynceus.media.mp4.AudioCodec;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.AudioSpecificConfig;
import org.lynceus.media.mp4.VideoCodec;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.mp4.VideoFormat;
import org.lynceus.media.sdp.MediaDescription;
import org.lynceus.media.sdp.SessionDescription;

/**
 * What the engine takes from a session description: the first video of the codec it likes best
 * (H.264, then H.265, then JPEG) and the first audio it can carry.
 *
 * @param server the camera's name for its server, empty when it gives none
 * @param aggregate address for PLAY and TEARDOWN
 * @param audio null when there is none the engine can carry
 * @param audioConfig present exactly with audio
 */
public record Presentation(
    String server,
    String aggregate,
    TrackOffer video,
    @Nullable TrackOffer audio,
    @Nullable AudioConfig audioConfig) {

  /** Chooses the tracks; the base is the address that relative controls are appended to. */
  static Presentation choose(String server, String base, SessionDescription session)
      throws FaultException {
    String aggregate = resolve(base, session.control());
    MediaDescription video = video(session);
    MediaDescription audio = null;
    AudioConfig config = null;
    for (MediaDescription media : session.media()) {
      config = config == null ? audioConfig(media) : config;
      audio = audio == null && config != null ? media : audio;
    }
    return new Presentation(
        server,
        aggregate,
        new TrackOffer(video, resolve(aggregate, video.control())),
        audio == null ? null : new TrackOffer(audio, resolve(aggregate, audio.control())),
        config);
  }

  /** The video's codec. */
  public VideoCodec codec() {
    return codec(video.media());
  }

  /**
   * The video's format with the parameter sets of the session description; broken ones are left to
   * the stream itself.
   */
  public VideoFormat format() {
    Map<String, String> parameters = video.media().parameters();
    return switch (codec()) {
      case MJPEG -> new JpegFormat();
      case H264 -> {
        ParameterSets sets = new ParameterSets();
        yield putAll(sets, parameters, "sprop-parameter-sets") ? sets : new ParameterSets();
      }
      case H265 -> {
        H265ParameterSets sets = new H265ParameterSets();
        boolean good =
            putAll(sets, parameters, "sprop-vps")
                && putAll(sets, parameters, "sprop-sps")
                && putAll(sets, parameters, "sprop-pps");
        yield good ? sets : new H265ParameterSets();
      }
    };
  }

  private static boolean putAll(VideoFormat sets, Map<String, String> parameters, String name) {
    for (String part : parameters.getOrDefault(name, "").split(",")) {
      byte[] unit = decode(part.strip());
      try {
        if (unit.length > 1) {
          sets.put(unit);
        }
      } catch (MalformedException broken) {
        return false;
      }
    }
    return true;
  }

  /** The description for people and the API. */
  public StreamDescription description() {
    return describe(format());
  }

  /** The description with what the stream itself told. */
  public StreamDescription described(VideoFormat format) {
    return describe(format);
  }

  private StreamDescription describe(VideoFormat format) {
    Double declared = video.media().framesPerSecond();
    VideoConfig config = format.config();
    return new StreamDescription(
        codec().name(),
        format.profile(),
        config == null ? null : config.width(),
        config == null ? null : config.height(),
        declared != null ? declared : format.framesPerSecond(),
        audioConfig == null
            ? null
            : new AudioDescription(
                audioConfig.codec().label(), audioConfig.sampleRate(), audioConfig.channels()));
  }

  private static MediaDescription video(SessionDescription session) throws FaultException {
    List<MediaDescription> videos =
        session.media().stream().filter(media -> media.type().equals("video")).toList();
    if (videos.isEmpty()) {
      throw new FaultException(FaultCode.NO_VIDEO, "The camera offers no video at this address");
    }
    for (VideoCodec wanted : VideoCodec.values()) {
      for (MediaDescription video : videos) {
        if (wanted.name().equals(encoding(video)) && usable(video)) {
          return video;
        }
      }
    }
    String offered =
        videos.stream()
            .map(video -> video.encoding().isEmpty() ? "unknown" : video.encoding())
            .map(name -> name.replaceAll("[^A-Za-z0-9._-]", "?"))
            .map(name -> name.substring(0, Math.min(20, name.length())))
            .distinct()
            .collect(Collectors.joining(", "));
    throw new FaultException(
        FaultCode.UNSUPPORTED_CODEC,
        "The camera offers video as " + offered + "; only H.264, H.265 and JPEG can be recorded");
  }

  private static VideoCodec codec(MediaDescription video) {
    return VideoCodec.valueOf(encoding(video));
  }

  private static String encoding(MediaDescription video) {
    return switch (video.encoding()) {
      case "HEVC" -> "H265";
      case "JPEG" -> "MJPEG";
      default -> video.encoding();
    };
  }

  /** Interleaved packets, which need their decoding order restored, are not used by cameras. */
  private static boolean usable(MediaDescription video) {
    String difference = video.parameters().getOrDefault("sprop-max-don-diff", "0");
    return !"2".equals(video.parameters().get("packetization-mode")) && difference.equals("0");
  }

  private static @Nullable AudioConfig audioConfig(MediaDescription media) {
    if (!media.type().equals("audio") || media.clockRate() == 0) {
      return null;
    }
    return switch (media.encoding()) {
      case "PCMA" -> g711(AudioCodec.PCMA, media);
      case "PCMU" -> g711(AudioCodec.PCMU, media);
      case "MPEG4-GENERIC" -> aac(media);
      default -> null;
    };
  }

  private static AudioConfig g711(AudioCodec codec, MediaDescription media) {
    return new AudioConfig(codec, media.clockRate(), media.channels(), new byte[0]);
  }

  private static @Nullable AudioConfig aac(MediaDescription media) {
    String config = media.parameters().getOrDefault("config", "");
    String mode = media.parameters().getOrDefault("mode", "AAC-hbr");
    if (!mode.equalsIgnoreCase("AAC-hbr") && !mode.equalsIgnoreCase("AAC-lbr")) {
      return null;
    }
    try {
      AudioConfig parsed = AudioSpecificConfig.parse(HexFormat.of().parseHex(config));
      return new AudioConfig(
          AudioCodec.AAC, media.clockRate(), parsed.channels(), parsed.specificConfig());
    } catch (MalformedException | IllegalArgumentException unusable) {
      return null;
    }
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException broken) {
      return new byte[0];
    }
  }

  static String resolve(String base, String control) throws FaultException {
    if (control.chars().anyMatch(c -> c <= ' ' || c == 0x7f) || control.length() > 2048) {
      throw new FaultException(
          FaultCode.MALFORMED, "The camera describes a stream with a broken control address");
    }
    if (control.isEmpty() || control.equals("*")) {
      return base;
    }
    if (control.matches("(?i)rtsps?://.*")) {
      return control;
    }
    return base.endsWith("/") ? base + control : base + "/" + control;
  }
}
