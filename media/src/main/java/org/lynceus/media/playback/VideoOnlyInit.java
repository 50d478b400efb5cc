package org.lynceus.media.playback;

/** An initialisation segment without its audio track, for players that cannot decode the audio. */
public final class VideoOnlyInit {
  private VideoOnlyInit() {}

  /**
   * The video-only form of the first {@code initBytes} of a segment's file.
   *
   * @throws IllegalArgumentException when the bytes are no initialisation segment
   */
  public static byte[] of(byte[] init) {
    throw new UnsupportedOperationException();
  }
}
