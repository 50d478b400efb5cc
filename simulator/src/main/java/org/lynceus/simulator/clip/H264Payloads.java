package org.lynceus.simulator.clip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * H.264 as RTP payloads (RFC 6184, packetization-mode 1): small NAL units alone, large ones as
 * FU-A; parameter sets before each key frame.
 */
final class H264Payloads {
  static final int MAXIMUM = 1400;
  private static final int CLOCK = 90_000;

  private H264Payloads() {}

  static MediaTrack track(Mp4Track track) throws IOException {
    ByteBuffer avcC = ByteBuffer.wrap(track.configuration());
    if (avcC.remaining() < 7) {
      throw new IOException("avcC is too short");
    }
    int lengthBytes = (avcC.get(4) & 3) + 1;
    List<byte[]> sets = parameterSets(avcC);
    List<MediaTrack.Unit> units = new ArrayList<>();
    long length = 0;
    for (Mp4Track.Sample sample : track.samples()) {
      List<byte[]> payloads = new ArrayList<>();
      if (sample.key()) {
        sets.forEach(set -> split(set, payloads));
      }
      nals(sample.bytes(), lengthBytes).forEach(nal -> split(nal, payloads));
      long at = scale(sample.decodeTime(), track.timescale());
      long shown = scale(sample.decodeTime() + sample.compositionOffset(), track.timescale());
      units.add(new MediaTrack.Unit(at, shown, sample.key(), payloads));
      length = scale(sample.decodeTime() + sample.duration(), track.timescale());
    }
    return new MediaTrack("video", 96, CLOCK, sdp(sets), units, length);
  }

  private static List<String> sdp(List<byte[]> sets) {
    byte[] sps = sets.get(0);
    String sprop =
        String.join(",", sets.stream().map(Base64.getEncoder()::encodeToString).toList());
    return List.of(
        "a=rtpmap:96 H264/90000",
        "a=fmtp:96 packetization-mode=1;profile-level-id="
            + HexFormat.of().formatHex(sps, 1, 4)
            + ";sprop-parameter-sets="
            + sprop);
  }

  private static List<byte[]> parameterSets(ByteBuffer avcC) throws IOException {
    List<byte[]> sets = new ArrayList<>();
    avcC.position(5);
    for (int mask : new int[] {0x1f, 0xff}) {
      for (int count = avcC.get() & mask; count > 0; count--) {
        byte[] set = new byte[avcC.getShort() & 0xffff];
        avcC.get(set);
        sets.add(set);
      }
    }
    if (sets.size() < 2 || sets.get(0).length < 4) {
      throw new IOException("avcC without parameter sets");
    }
    return sets;
  }

  static List<byte[]> nals(byte[] sample, int lengthBytes) throws IOException {
    List<byte[]> nals = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(sample);
    while (rest.remaining() > lengthBytes) {
      int length = 0;
      for (int i = 0; i < lengthBytes; i++) {
        length = length << 8 | rest.get() & 0xff;
      }
      if (length <= 0 || length > rest.remaining()) {
        throw new IOException("a NAL unit is longer than its sample");
      }
      byte[] nal = new byte[length];
      rest.get(nal);
      nals.add(nal);
    }
    return nals;
  }

  private static void split(byte[] nal, List<byte[]> payloads) {
    if (nal.length <= MAXIMUM) {
      payloads.add(nal);
      return;
    }
    int indicator = nal[0] & 0xe0 | 28;
    int type = nal[0] & 0x1f;
    for (int from = 1; from < nal.length; from += MAXIMUM - 2) {
      int length = Math.min(MAXIMUM - 2, nal.length - from);
      int start = from == 1 ? 0x80 : 0;
      int end = from + length == nal.length ? 0x40 : 0;
      byte[] payload = new byte[length + 2];
      payload[0] = (byte) indicator;
      payload[1] = (byte) (start | end | type);
      System.arraycopy(nal, from, payload, 2, length);
      payloads.add(payload);
    }
  }

  static long scale(long time, int timescale) {
    return time * CLOCK / timescale;
  }
}
