package org.lynceus.simulator.clip;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * AAC as RTP payloads (RFC 3640, mode AAC-hbr): one access unit per packet behind its 16-bit AU
 * header.
 */
final class AacPayloads {
  private static final int[] RATES = {
    96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
  };

  private AacPayloads() {}

  static MediaTrack track(Mp4Track track) {
    byte[] configuration = track.configuration();
    int rateIndex = (configuration[0] & 7) << 1 | configuration[1] >> 7 & 1;
    int rate = rateIndex < RATES.length ? RATES[rateIndex] : track.timescale();
    int channels = configuration[1] >> 3 & 0xf;
    List<MediaTrack.Unit> units = new ArrayList<>();
    long at = 0;
    for (Mp4Track.Sample sample : track.samples()) {
      byte[] unit = sample.bytes();
      byte[] payload = new byte[unit.length + 4];
      payload[1] = 16;
      payload[2] = (byte) (unit.length >> 5);
      payload[3] = (byte) (unit.length << 3);
      System.arraycopy(unit, 0, payload, 4, unit.length);
      units.add(new MediaTrack.Unit(at, at, true, List.of(payload)));
      at += 1024;
    }
    List<String> sdp =
        List.of(
            "a=rtpmap:97 MPEG4-GENERIC/" + rate + "/" + channels,
            "a=fmtp:97 streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3;config="
                + HexFormat.of().formatHex(configuration));
    return new MediaTrack("audio", 97, rate, sdp, units, at);
  }
}
