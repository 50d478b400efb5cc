package org.lynceus.media.store;

/**
 * One group of pictures in a segment's file: a moof and mdat with the video, directly followed by a
 * moof and mdat with the audio.
 *
 * @param offset of the video's moof in the file
 * @param videoBytes length of the video pair
 * @param audioBytes length of the audio pair, 0 when there is none
 * @param startMicros from the start of the segment
 * @param durationMicros to the start of what follows
 */
public record Fragment(
    long offset, int videoBytes, int audioBytes, long startMicros, int durationMicros) {
  /** Bytes of both pairs. */
  public int bytes() {
    return videoBytes + audioBytes;
  }
}
