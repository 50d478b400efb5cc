package org.lynceus.simulator.clip;

import java.util.ArrayList;
import java.util.List;

/** One second of a 400 Hz tone in G.711 A-law (payload type 8 of RFC 3551), in packets of 20 ms. */
final class G711Tone {
  private static final int RATE = 8000;
  private static final int PACKET = 160;

  private G711Tone() {}

  static MediaTrack track() {
    List<MediaTrack.Unit> units = new ArrayList<>();
    for (int at = 0; at < RATE; at += PACKET) {
      byte[] payload = new byte[PACKET];
      for (int i = 0; i < PACKET; i++) {
        payload[i] = encode((int) (6000 * Math.sin(2 * Math.PI * 400 * (at + i) / RATE)));
      }
      units.add(new MediaTrack.Unit(at, at, true, List.of(payload)));
    }
    return new MediaTrack("audio", 8, RATE, List.of("a=rtpmap:8 PCMA/8000"), units, RATE);
  }

  /** ITU-T G.711 A-law of a 16-bit sample. */
  static byte encode(int sample) {
    int magnitude = Math.min(Math.abs(sample), 32635);
    int value;
    if (magnitude < 256) {
      value = magnitude >> 4;
    } else {
      int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
      value = exponent << 4 | magnitude >> exponent + 3 & 0xf;
    }
    return (byte) ((value | (sample >= 0 ? 0x80 : 0)) ^ 0x55);
  }
}
