package org.lynceus.simulator.clip;

import java.util.List;

/**
 * One track of an MP4 file: its samples in decoding order and the codec's configuration ({@code
 * avcC} payload for H.264, the AudioSpecificConfig for AAC).
 */
record Mp4Track(String codec, int timescale, byte[] configuration, List<Sample> samples) {

  /** Bytes of one access unit; times in the track's timescale. */
  record Sample(byte[] bytes, long decodeTime, int duration, int compositionOffset, boolean key) {}
}
