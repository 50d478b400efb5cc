package org.lynceus.simulator.rtsp;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * What a camera heard through its backchannel: RTP in G.711, counted and decoded, the last second
 * of it kept. Used by the server's thread only.
 */
final class Heard {
  private static final int RATE = 8000;
  private static final int HEADER = 12;

  private final boolean aLaw;
  private final short[] last = new short[RATE];
  private long samples;
  private long packets;
  private long lost;
  private int expected = -1;
  private int talkers;

  Heard(boolean aLaw) {
    this.aLaw = aLaw;
  }

  int payloadType() {
    return aLaw ? 8 : 0;
  }

  String codec() {
    return aLaw ? "PCMA" : "PCMU";
  }

  void begins() {
    talkers++;
    expected = -1;
  }

  void ends() {
    talkers--;
  }

  /** Takes a packet; one that is no RTP of the codec is not counted. */
  void take(ByteBuffer packet) {
    if (packet.remaining() <= HEADER
        || packet.get(packet.position()) != (byte) 0x80
        || (packet.get(packet.position() + 1) & 0x7f) != payloadType()) {
      return;
    }
    int sequence = packet.getShort(packet.position() + 2) & 0xffff;
    if (expected >= 0) {
      lost += sequence - expected & 0xffff;
    }
    expected = sequence + 1 & 0xffff;
    packets++;
    for (int at = packet.position() + HEADER; at < packet.limit(); at++) {
      last[(int) (samples++ % RATE)] =
          (short) (aLaw ? fromA(packet.get(at)) : fromMu(packet.get(at)));
    }
  }

  /**
   * As JSON: the pitch is counted by the upward crossings of the last second, 0 for a quiet one.
   */
  String status() {
    double squares = 0;
    int crossings = 0;
    int from = (int) (samples % RATE);
    for (int i = 0; i < RATE; i++) {
      short now = last[(from + i) % RATE];
      squares += (double) now * now;
      if (i > 0 && last[(from + i - 1) % RATE] < 0 && now >= 0) {
        crossings++;
      }
    }
    double level = Math.sqrt(squares / RATE) / 32_768;
    return String.format(
        Locale.ROOT,
        "{\"codec\":\"%s\",\"packets\":%d,\"lost\":%d,\"level\":%.4f,\"hertz\":%d,\"talkers\":%d}",
        codec(),
        packets,
        lost,
        level,
        level < 0.001 ? 0 : crossings,
        talkers);
  }

  /** ITU-T G.711 A-law. */
  static int fromA(byte code) {
    int bits = code ^ 0x55;
    int power = bits >> 4 & 7;
    int steps = bits & 0xf;
    int value = power == 0 ? (steps << 4) + 8 : (steps << 4) + 264 << power - 1;
    return (bits & 0x80) == 0 ? -value : value;
  }

  /** ITU-T G.711 mu-law. */
  static int fromMu(byte code) {
    int bits = ~code;
    int value = (((bits & 0xf) << 3) + 132 << (bits >> 4 & 7)) - 132;
    return (bits & 0x80) == 0 ? value : -value;
  }
}
