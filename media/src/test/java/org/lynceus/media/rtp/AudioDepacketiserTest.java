package org.lynceus.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.lynceus.media.MalformedException;
import org.lynceus.media.testing.RtpPackets;

class AudioDepacketiserTest {
  private static final Map<String, String> HBR =
      Map.of("sizelength", "13", "indexlength", "3", "indexdeltalength", "3");
  private final List<String> frames = new ArrayList<>();
  private final RtpPacket packet = new RtpPacket();

  private void note(long timestamp, ByteBuffer buffer, int from, int to) {
    byte[] frame = new byte[to - from];
    buffer.get(from, frame);
    frames.add(timestamp + " " + HexFormat.of().formatHex(frame));
  }

  private void send(AudioDepacketiser depacketiser, int sequence, int time, byte[] payload)
      throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(RtpPackets.packet(97, true, sequence, time, payload));
    assertThat(packet.parse(bytes, 0, bytes.limit())).isTrue();
    depacketiser.packet(packet, bytes);
  }

  @Example
  void aacFramesOfOnePacketFollowEachOther() throws Exception {
    AacDepacketiser aac = new AacDepacketiser(HBR, this::note);
    send(aac, 1, 5000, RtpPackets.aac(new byte[] {1, 2, 3}, new byte[] {4, 5}));
    assertThat(frames).containsExactly("5000 010203", "6024 0405");
  }

  @Example
  void aFrameInSeveralPacketsIsJoined() throws Exception {
    AacDepacketiser aac = new AacDepacketiser(HBR, this::note);
    byte[] head = HexFormat.of().parseHex("0010" + "0028" + "0102");
    byte[] tail = HexFormat.of().parseHex("0010" + "0028" + "030405");
    send(aac, 1, 5000, head);
    send(aac, 2, 5000, tail);
    assertThat(frames).containsExactly("5000 0102030405");
    send(aac, 3, 6000, head);
    send(aac, 5, 7000, tail);
    assertThat(frames).hasSize(1);
  }

  @Example
  void lowBitRateHeadersAreRead() throws Exception {
    AacDepacketiser aac =
        new AacDepacketiser(
            Map.of("sizelength", "6", "indexlength", "2", "indexdeltalength", "2"), this::note);
    send(aac, 1, 10, HexFormat.of().parseHex("0008" + "0c" + "0a0b0c"));
    assertThat(frames).containsExactly("10 0a0b0c");
  }

  @Example
  void interleavingAndImpossibleHeadersAreRefused() throws Exception {
    AacDepacketiser aac = new AacDepacketiser(HBR, this::note);
    assertThatThrownBy(
            () -> send(aac, 1, 0, HexFormat.of().parseHex("0020" + "0008" + "0009" + "aabb")))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> send(aac, 2, 0, HexFormat.of().parseHex("ffff0008")))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> new AacDepacketiser(Map.of("sizelength", "99"), this::note))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> new AacDepacketiser(Map.of("sizelength", "0"), this::note))
        .isInstanceOf(MalformedException.class);
  }

  @Example
  void g711IsThePayload() throws Exception {
    G711Depacketiser g711 = new G711Depacketiser(this::note);
    send(g711, 1, 160, new byte[] {1, 2});
    send(g711, 2, 162, new byte[] {});
    send(g711, 3, 162, new byte[] {3});
    assertThat(frames).containsExactly("160 0102", "162 03");
  }

  @Property(tries = 500)
  void anyPayloadIsTakenOrRefused(@ForAll @Size(max = 60) byte[] payload, @ForAll short sequence)
      throws Exception {
    AacDepacketiser aac = new AacDepacketiser(HBR, this::note);
    for (int i = 0; i < 3; i++) {
      try {
        send(aac, sequence + i, i, payload);
      } catch (MalformedException refused) {
        assertThat(refused.getMessage()).startsWith("The camera");
      }
    }
  }
}
