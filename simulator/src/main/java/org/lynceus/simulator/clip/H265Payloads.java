package org.lynceus.simulator.clip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * H.265 as RTP payloads (RFC 7798, without DONL): small NAL units alone, large ones in fragments;
 * parameter sets before each key frame.
 */
final class H265Payloads {
  private static final int CLOCK = 90_000;
  private static final int FRAGMENT = 49;
  private static final int FIRST_ARRAY = 22;

  private H265Payloads() {}

  static MediaTrack track(Mp4Track track) throws IOException {
    List<byte[]> sets = parameterSets(ByteBuffer.wrap(track.configuration()));
    List<MediaTrack.Unit> units = new ArrayList<>();
    long length = 0;
    for (Mp4Track.Sample sample : track.samples()) {
      List<byte[]> payloads = new ArrayList<>();
      if (sample.key()) {
        sets.forEach(set -> split(set, payloads));
      }
      H264Payloads.nals(sample.bytes(), 4).forEach(nal -> split(nal, payloads));
      long at = H264Payloads.scale(sample.decodeTime(), track.timescale());
      long shown =
          H264Payloads.scale(sample.decodeTime() + sample.compositionOffset(), track.timescale());
      units.add(new MediaTrack.Unit(at, shown, sample.key(), payloads));
      length = H264Payloads.scale(sample.decodeTime() + sample.duration(), track.timescale());
    }
    return new MediaTrack("video", 96, CLOCK, sdp(sets), units, length);
  }

  private static List<String> sdp(List<byte[]> sets) {
    StringBuilder fmtp = new StringBuilder("a=fmtp:96 ");
    String[] names = {"sprop-vps", "sprop-sps", "sprop-pps"};
    for (byte[] set : sets) {
      String name = names[(set[0] >>> 1 & 0x3f) - 32];
      if (fmtp.indexOf(name) < 0) {
        fmtp.append(name).append('=').append(Base64.getEncoder().encodeToString(set)).append(';');
      }
    }
    return List.of("a=rtpmap:96 H265/90000", fmtp.substring(0, fmtp.length() - 1));
  }

  private static List<byte[]> parameterSets(ByteBuffer configuration) throws IOException {
    if (configuration.remaining() <= FIRST_ARRAY) {
      throw new IOException("hvcC is too short");
    }
    List<byte[]> sets = new ArrayList<>();
    configuration.position(FIRST_ARRAY);
    for (int arrays = configuration.get(); arrays > 0; arrays--) {
      int type = configuration.get() & 0x3f;
      for (int count = configuration.getShort(); count > 0; count--) {
        byte[] set = new byte[configuration.getShort() & 0xffff];
        configuration.get(set);
        if (type >= 32 && type <= 34) {
          sets.add(set);
        }
      }
    }
    return sets;
  }

  private static void split(byte[] nal, List<byte[]> payloads) {
    if (nal.length <= H264Payloads.MAXIMUM) {
      payloads.add(nal);
      return;
    }
    int most = H264Payloads.MAXIMUM - 3;
    for (int from = 2; from < nal.length; from += most) {
      int length = Math.min(most, nal.length - from);
      int edges = (from == 2 ? 0x80 : 0) | (from + length == nal.length ? 0x40 : 0);
      byte[] payload = new byte[3 + length];
      payload[0] = (byte) (nal[0] & 0x81 | FRAGMENT << 1);
      payload[1] = nal[1];
      payload[2] = (byte) (edges | nal[0] >>> 1 & 0x3f);
      System.arraycopy(nal, from, payload, 3, length);
      payloads.add(payload);
    }
  }
}
