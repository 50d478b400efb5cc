package org.lynceus.media.testing;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.media.mp4.VideoCodec;

/** Makes RTP packets the way cameras do. */
public final class RtpPackets {
  private static final int MOST_PAYLOAD = 1400;

  private RtpPackets() {}

  /** One packet with the given payload. */
  public static byte[] packet(
      int payloadType, boolean marker, int sequence, int timestamp, byte[] payload) {
    ByteBuffer out = ByteBuffer.allocate(12 + payload.length);
    out.put((byte) 0x80).put((byte) (payloadType | (marker ? 0x80 : 0)));
    out.putShort((short) sequence).putInt(timestamp).putInt(0x1234_5678).put(payload);
    return out.array();
  }

  /**
   * Payloads of an access unit: single NAL units and FU-A fragments; the last one carries the
   * marker.
   */
  public static List<byte[]> h264(List<byte[]> unit) {
    List<byte[]> payloads = new ArrayList<>();
    for (byte[] nal : unit) {
      if (nal.length <= MOST_PAYLOAD) {
        payloads.add(nal);
      } else {
        fragments(nal, payloads);
      }
    }
    return payloads;
  }

  /** Payloads of an access unit of any codec. */
  public static List<byte[]> of(VideoCodec codec, List<byte[]> unit) {
    return switch (codec) {
      case H264 -> h264(unit);
      case H265 -> h265(unit);
      case MJPEG -> Jpegs.payloads(unit.get(0));
    };
  }

  /** RFC 7798: parameter sets in one aggregation packet, large units in fragments. */
  public static List<byte[]> h265(List<byte[]> unit) {
    List<byte[]> payloads = new ArrayList<>();
    List<byte[]> sets = unit.stream().filter(nal -> (nal[0] >>> 1 & 0x3f) >= 32).toList();
    if (sets.size() > 1) {
      ByteBuffer out = ByteBuffer.allocate(2 + sets.stream().mapToInt(n -> n.length + 2).sum());
      out.put((byte) (48 << 1)).put((byte) 1);
      sets.forEach(nal -> out.putShort((short) nal.length).put(nal));
      payloads.add(out.array());
    }
    for (byte[] nal : unit) {
      if (sets.size() > 1 && sets.contains(nal)) {
        continue;
      }
      if (nal.length <= MOST_PAYLOAD) {
        payloads.add(nal);
        continue;
      }
      for (int at = 2; at < nal.length; at += MOST_PAYLOAD) {
        int size = Math.min(MOST_PAYLOAD, nal.length - at);
        int edges = (at == 2 ? 0x80 : 0) | (at + size == nal.length ? 0x40 : 0);
        ByteBuffer out = ByteBuffer.allocate(3 + size);
        out.put((byte) (nal[0] & 0x81 | 49 << 1)).put(nal[1]);
        out.put((byte) (edges | nal[0] >>> 1 & 0x3f)).put(nal, at, size);
        payloads.add(out.array());
      }
    }
    return payloads;
  }

  private static void fragments(byte[] nal, List<byte[]> payloads) {
    for (int at = 1; at < nal.length; at += MOST_PAYLOAD) {
      int size = Math.min(MOST_PAYLOAD, nal.length - at);
      byte[] payload = new byte[2 + size];
      payload[0] = (byte) (nal[0] & 0xe0 | 28);
      payload[1] =
          (byte) (nal[0] & 0x1f | (at == 1 ? 0x80 : 0) | (at + size == nal.length ? 0x40 : 0));
      System.arraycopy(nal, at, payload, 2, size);
      payloads.add(payload);
    }
  }

  /** An RFC 3640 payload with whole frames. */
  public static byte[] aac(byte[]... frames) {
    int total = 2 + 2 * frames.length;
    for (byte[] frame : frames) {
      total += frame.length;
    }
    ByteBuffer out = ByteBuffer.allocate(total);
    out.putShort((short) (16 * frames.length));
    for (byte[] frame : frames) {
      out.putShort((short) (frame.length << 3));
    }
    for (byte[] frame : frames) {
      out.put(frame);
    }
    return out.array();
  }

  /** A sender report (RFC 3550, 6.4.1): the wall clock of a moment of the media. */
  public static byte[] senderReport(Instant wall, int timestamp) {
    long seconds = wall.getEpochSecond() + 2_208_988_800L;
    ByteBuffer out = ByteBuffer.allocate(28);
    out.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(1);
    out.putInt((int) seconds).putInt((int) (((long) wall.getNano() << 32) / 1_000_000_000L));
    return out.putInt(timestamp).putInt(9).putInt(9).array();
  }
}
