package org.lynceus.simulator.rtsp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.lynceus.simulator.clip.MediaTrack;

/**
 * Where a camera is in one track: the clip goes round, RTP time and sequence go on. Makes the
 * packets of an access unit once, interleaved framing included, for all viewers. Used by the
 * server's thread only.
 */
final class TrackSender {
  private static final long NTP_EPOCH = 2_208_988_800L;

  final MediaTrack track;
  final int channel;
  private final int ssrc;
  private final int firstTimestamp;
  private int sequence;
  private int unit;
  private long round;
  private int packets;
  private int octets;
  private long beganNanos;
  private long numbersBefore;

  TrackSender(MediaTrack track, int channel, RandomGenerator random) {
    this(track, channel, random.nextInt(), random.nextInt(), random.nextInt(0x10000));
  }

  private TrackSender(MediaTrack track, int channel, int ssrc, int firstTimestamp, int sequence) {
    this.track = track;
    this.channel = channel;
    this.ssrc = ssrc;
    this.firstTimestamp = firstTimestamp;
    this.sequence = sequence;
  }

  /** The same stream going on with the first unit of another track. */
  TrackSender playing(MediaTrack other) {
    TrackSender next = new TrackSender(other, channel, ssrc, timestamp(), sequence);
    next.beganNanos = due();
    next.numbersBefore = number();
    next.packets = packets;
    next.octets = octets;
    return next;
  }

  MediaTrack.Unit unit() {
    return track.units().get(unit);
  }

  /** Number of the unit since the camera began, and in the clip. */
  long number() {
    return numbersBefore + round * track.units().size() + unit;
  }

  int numberInClip() {
    return unit;
  }

  /** When the unit is due, in nanoseconds after the camera began. */
  long due() {
    long ticks = round * track.length() + unit().at();
    long seconds = ticks / track.clockRate();
    return beganNanos
        + seconds * 1_000_000_000L
        + ticks % track.clockRate() * 1_000_000_000L / track.clockRate();
  }

  int timestamp() {
    return firstTimestamp + (int) (round * track.length() + unit().presentation());
  }

  int sequence() {
    return sequence;
  }

  void advance() {
    if (++unit == track.units().size()) {
      unit = 0;
      round++;
    }
  }

  ByteBuffer packets() {
    int size = 0;
    for (byte[] payload : unit().payloads()) {
      size += 16 + payload.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    int last = unit().payloads().size() - 1;
    for (int i = 0; i <= last; i++) {
      byte[] payload = unit().payloads().get(i);
      out.put((byte) '$').put((byte) channel).putShort((short) (12 + payload.length));
      out.put((byte) 0x80).put((byte) (track.payloadType() | (i == last ? 0x80 : 0)));
      out.putShort((short) sequence).putInt(timestamp()).putInt(ssrc).put(payload);
      sequence = sequence + 1 & 0xffff;
      packets++;
      octets += payload.length;
    }
    return out.flip();
  }

  /**
   * An RTCP sender report (RFC 3550, 6.4.1) with the obligatory CNAME: the wall clock and the RTP
   * time of this moment, {@code elapsed} nanoseconds after the camera began.
   */
  ByteBuffer senderReport(Instant now, long elapsed) {
    long ntpSeconds = now.getEpochSecond() + NTP_EPOCH;
    long ntpFraction = ((long) now.getNano() << 32) / 1_000_000_000L;
    long ticks = elapsed / 1_000_000_000L * track.clockRate();
    ticks += elapsed % 1_000_000_000L * track.clockRate() / 1_000_000_000L;
    ByteBuffer out = ByteBuffer.allocate(4 + 28 + 20);
    out.put((byte) '$').put((byte) (channel + 1)).putShort((short) 48);
    out.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(ssrc);
    out.putInt((int) ntpSeconds)
        .putInt((int) ntpFraction)
        .putInt(firstTimestamp + (int) ticks)
        .putInt(packets)
        .putInt(octets);
    out.put((byte) 0x81).put((byte) 202).putShort((short) 4).putInt(ssrc);
    out.put((byte) 1)
        .put((byte) 8)
        .put("lynceus1".getBytes(StandardCharsets.US_ASCII))
        .putShort((short) 0);
    return out.flip();
  }
}
