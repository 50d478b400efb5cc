package org.lynceus.media;

import java.util.Locale;

/** What kind of thing is wrong with a stream, a recording or a volume. */
public enum FaultCode {
  /** The host name does not resolve or no route leads to the host. */
  UNREACHABLE,
  /** The host answers and nothing listens on the port, or the camera takes no more sessions. */
  REFUSED,
  /** No answer in time. */
  TIMEOUT,
  /** Something answers that does not speak RTSP. */
  NOT_RTSP,
  /** Something answers that does not speak ONVIF. */
  NOT_ONVIF,
  /** The camera wants a user and password, or rejects the given ones. */
  UNAUTHORIZED,
  /** The camera knows the user and denies this stream. */
  FORBIDDEN,
  /** The camera has no stream at this path. */
  NOT_FOUND,
  /** There is video, in a codec or transport the engine cannot record. */
  UNSUPPORTED_CODEC,
  /** The camera offers no video at all. */
  NO_VIDEO,
  /** The camera takes no speech (no backchannel in a codec the center speaks). */
  NO_TALK,
  /** The session is up and no media arrives. */
  NO_DATA,
  /** The camera closed the connection. */
  CLOSED,
  /** The camera sends what no reading of the standards allows. */
  MALFORMED,
  /** Packets were lost on the way; pictures are missing up to the next key frame. */
  PACKETS_LOST,
  /** The camera's certificate is neither vouched for nor the pinned one. */
  TLS_UNTRUSTED,
  /** Free space of the volume is at or under its reserve. */
  VOLUME_FULL,
  /** The volume is not mounted, or another one is at its place. */
  VOLUME_MISSING,
  /** The volume returned an error. */
  VOLUME_FAILED,
  /** A write or a flush of the volume does not return. */
  VOLUME_STALLED,
  /** The file system was mounted, or mounted again after an error, for reading only. */
  VOLUME_READ_ONLY,
  /** The volume works, and is too slow for the streams recorded to it. */
  VOLUME_OVERLOADED,
  /** No volume of the channel's group can be written; the channel records to another one. */
  VOLUME_GROUP_UNAVAILABLE,
  /** The engine itself failed or is stopping. */
  INTERNAL;

  /** The word used on the wire and in the database, for example {@code not-rtsp}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code of a {@link #word()}; throws {@link IllegalArgumentException} for any other text. */
  public static FaultCode ofWord(String word) {
    for (FaultCode code : values()) {
      if (code.word().equals(word)) {
        return code;
      }
    }
    throw new IllegalArgumentException("not a fault code");
  }
}
