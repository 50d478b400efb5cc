package org.lynceus.media.rtsp;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.AudioDescription;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.MalformedException;
import org.lynceus.media.StreamDescription;
import org.lynceus.media.h264.ParameterSets;
import org.lynceus.media.h264.SequenceParameterSet;
import org.lynceus.media.mp4.AudioCodec;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.AudioSpecificConfig;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.sdp.MediaDescription;
import org.lynceus.media.sdp.SessionDescription;

/**
 * What the engine takes from a session description: the first H.264 video and the first audio it
 * can carry.
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

  /** The parameter sets of the session description; broken ones are left to the stream itself. */
  public ParameterSets parameterSets() {
    ParameterSets sets = new ParameterSets();
    String text = video.media().parameters().getOrDefault("sprop-parameter-sets", "");
    for (String part : text.split(",")) {
      byte[] nal = decode(part.strip());
      try {
        if (nal.length > 1) {
          sets.put(nal);
        }
      } catch (MalformedException broken) {
        return new ParameterSets();
      }
    }
    return sets;
  }

  /** The description for people and the API. */
  public StreamDescription description() {
    SequenceParameterSet first = null;
    try {
      first = parameterSets().first();
    } catch (MalformedException broken) {
      throw new IllegalStateException("parameter sets were accepted and cannot be read", broken);
    }
    return describe(first);
  }

  /** The description with the size from the stream itself. */
  public StreamDescription sized(VideoConfig config) {
    StreamDescription declared = description();
    return new StreamDescription(
        declared.codec(),
        SequenceParameterSet.profileName(config.avcc()[1] & 0xff),
        config.width(),
        config.height(),
        declared.framesPerSecond(),
        declared.audio());
  }

  private StreamDescription describe(@Nullable SequenceParameterSet set) {
    Double declared = video.media().framesPerSecond();
    return new StreamDescription(
        "H264",
        set == null ? null : SequenceParameterSet.profileName(set.profile()),
        set == null ? null : set.width(),
        set == null ? null : set.height(),
        declared != null || set == null ? declared : set.framesPerSecond(),
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
    for (MediaDescription video : videos) {
      if (video.encoding().equals("H264")
          && !"2".equals(video.parameters().get("packetization-mode"))) {
        return video;
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
        "The camera offers video as " + offered + "; only H.264 can be recorded");
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

  private static String resolve(String base, String control) throws FaultException {
    if (control.chars().anyMatch(c -> c <= ' ' || c == 0x7f) || control.length() > 2048) {
      throw new FaultException(
          FaultCode.MALFORMED, "The camera describes a stream with a broken control address");
    }
    if (control.isEmpty() || control.equals("*")) {
      return base;
    }
    if (control.regionMatches(true, 0, "rtsp://", 0, 7)) {
      return control;
    }
    return base.endsWith("/") ? base + control : base + "/" + control;
  }
}
