package org.lynceus.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.lynceus.media.MalformedException;
import org.lynceus.media.testing.RtpPackets;

class H264DepacketiserTest {
  /** Writes down what it is told. */
  private static final class Notes implements NalSink {
    final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream nal = new ByteArrayOutputStream();

    @Override
    public void beginNal(byte header, long timestamp) {
      nal.reset();
      nal.write(header);
      lines.add("begin " + timestamp);
    }

    @Override
    public void append(ByteBuffer buffer, int from, int to) {
      for (int i = from; i < to; i++) {
        nal.write(buffer.get(i));
      }
    }

    @Override
    public void endNal() {
      lines.add(HexFormat.of().formatHex(nal.toByteArray()));
    }

    @Override
    public void damaged() {
      lines.add("damaged");
    }

    @Override
    public void endAccessUnit() {
      lines.add("unit");
    }
  }

  private final Notes notes = new Notes();
  private final H264Depacketiser depacketiser = new H264Depacketiser(notes);
  private final RtpPacket packet = new RtpPacket();

  private void send(int sequence, int timestamp, boolean marker, String payload) throws Exception {
    ByteBuffer bytes =
        ByteBuffer.wrap(
            RtpPackets.packet(96, marker, sequence, timestamp, HexFormat.of().parseHex(payload)));
    assertThat(packet.parse(bytes, 0, bytes.limit())).isTrue();
    depacketiser.packet(packet, bytes);
  }

  @Example
  void singleUnitsAndAggregates() throws Exception {
    send(1, 100, false, "67aabb");
    send(2, 100, true, "18" + "0003" + "68cc01" + "0002" + "65dd");
    assertThat(notes.lines)
        .containsExactly("begin 100", "67aabb", "begin 100", "68cc01", "begin 100", "65dd", "unit");
  }

  @Example
  void fragmentsAreJoined() throws Exception {
    send(1, 7, false, "7c85" + "0102");
    send(2, 7, false, "7c05" + "0304");
    send(3, 7, true, "7c45" + "05");
    assertThat(notes.lines).containsExactly("begin 7", "650102030405", "unit");
  }

  @Example
  void aLossInsideFragmentsDamagesTheUnit() throws Exception {
    send(1, 7, false, "7c85" + "0102");
    send(3, 7, true, "7c45" + "05");
    send(4, 8, true, "41ee");
    assertThat(notes.lines)
        .containsExactly("begin 7", "damaged", "unit", "begin 8", "41ee", "unit");
    assertThat(depacketiser.sequence().lost()).isEqualTo(1);
  }

  @Example
  void fragmentsWithoutTheirBeginningAreLeftOut() throws Exception {
    send(1, 7, false, "7c05" + "0102");
    send(2, 7, true, "7c45" + "05");
    send(3, 8, true, "41ee");
    assertThat(notes.lines).containsExactly("begin 8", "41ee", "unit");
  }

  @Example
  void aNewTimestampEndsAUnitWithoutMarker() throws Exception {
    send(1, 7, false, "4101");
    send(2, 8, false, "4102");
    send(3, 9, false, "4103");
    assertThat(notes.lines)
        .containsExactly("begin 7", "4101", "unit", "begin 8", "4102", "unit", "begin 9", "4103");
  }

  @Example
  void sequenceNumbersAndTimestampsWrap() throws Exception {
    send(65_535, 0xffff_ff00, true, "4101");
    send(0, 0x0000_0100, true, "4102");
    send(1, 0x0000_0300, true, "4103");
    assertThat(notes.lines)
        .containsExactly(
            "begin 4294967040",
            "4101",
            "unit",
            "begin 4294967552",
            "4102",
            "unit",
            "begin 4294968064",
            "4103",
            "unit");
    assertThat(depacketiser.sequence().lost()).isZero();
    assertThat(depacketiser.sequence().extendedHighest()).isEqualTo(65_537);
  }

  @Example
  void paddingExtensionAndSourcesAreSkipped() {
    ByteBuffer bytes =
        ByteBuffer.wrap(
            HexFormat.of()
                .parseHex(
                    "b2e0000100000007deadbeef"
                        + "0000000100000002"
                        + "bede0001aabbccdd"
                        + "41ee0002"));
    assertThat(packet.parse(bytes, 0, bytes.limit())).isTrue();
    assertThat(packet.payloadStart()).isEqualTo(28);
    assertThat(packet.payloadEnd()).isEqualTo(30);
    assertThat(packet.marker()).isTrue();
    assertThat(packet.payloadType()).isEqualTo(96);
  }

  @Example
  void packetsOfOtherModesAndBrokenAggregatesAreRefused() {
    assertThatThrownBy(() -> send(1, 1, true, "1900")).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> send(2, 1, true, "18ffff41")).isInstanceOf(MalformedException.class);
  }

  @Property(tries = 500)
  void anyPacketIsTakenOrRefused(@ForAll @Size(max = 80) byte[] noise) throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(noise);
    if (!packet.parse(bytes, 0, noise.length)) {
      return;
    }
    assertThat(packet.payloadStart()).isBetween(12, noise.length);
    assertThat(packet.payloadEnd()).isBetween(packet.payloadStart(), noise.length);
    try {
      depacketiser.packet(packet, bytes);
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).startsWith("The camera");
    }
  }

  @Property(tries = 500)
  void anyPayloadIsTakenOrRefused(
      @ForAll @Size(max = 60) byte[] payload, @ForAll short sequence, @ForAll boolean marker)
      throws Exception {
    ByteBuffer bytes =
        ByteBuffer.wrap(RtpPackets.packet(96, marker, sequence, sequence * 90, payload));
    assertThat(packet.parse(bytes, 0, bytes.limit())).isTrue();
    try {
      depacketiser.packet(packet, bytes);
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).startsWith("The camera");
    }
  }
}
