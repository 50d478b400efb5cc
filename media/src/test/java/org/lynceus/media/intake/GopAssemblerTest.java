package org.lynceus.media.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.BufferPool;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.gop.GopSamples;
import org.lynceus.media.gop.PoolExhaustedException;
import org.lynceus.media.h264.ParameterSets;
import org.lynceus.media.rtp.H264Depacketiser;
import org.lynceus.media.rtp.RtpPacket;
import org.lynceus.media.testing.Clip;
import org.lynceus.media.testing.RecordingMaker;
import org.lynceus.media.testing.RtpPackets;

class GopAssemblerTest {
  private static final int FRAME = 3600;
  private final BufferPool pool = new BufferPool(64L << 20);
  private final List<Gop> complete = new ArrayList<>();
  private final List<String> frames = new ArrayList<>();
  private final RecordingMaker.ManualClock clock =
      new RecordingMaker.ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private long nanos;
  private final GopAssembler assembler = assembler(pool);
  private final H264Depacketiser depacketiser = new H264Depacketiser(assembler);
  private final RtpPacket packet = new RtpPacket();
  private int sequence;

  private GopAssembler assembler(BufferPool memory) {
    GopListener listener =
        new GopListener() {
          @Override
          public void frame(Gop gop, int index) {
            frames.add(gop.videoSamples().time(index) + (index == 0 ? " key" : ""));
          }

          @Override
          public void complete(Gop gop) {
            complete.add(gop);
          }
        };
    RunBuilder runs = new RunBuilder(new RunTimes(clock), new Random(1), null);
    return new GopAssembler(memory, new ParameterSets(), runs, listener, () -> nanos);
  }

  @AfterTry
  void allMemoryComesBack() {
    assembler.reset();
    complete.forEach(Gop::release);
    complete.clear();
    assertThat(pool.inUse()).isZero();
  }

  private void send(int frame, int time, boolean loseOne) throws Exception {
    List<byte[]> units = Clip.main().accessUnits().get(frame);
    List<byte[]> payloads = RtpPackets.h264(units);
    for (int i = 0; i < payloads.size(); i++) {
      sequence++;
      if (loseOne && i == payloads.size() / 2) {
        continue;
      }
      ByteBuffer bytes =
          ByteBuffer.wrap(
              RtpPackets.packet(96, i == payloads.size() - 1, sequence, time, payloads.get(i)));
      packet.parse(bytes, 0, bytes.limit());
      depacketiser.packet(packet, bytes);
    }
    clock.set(clock.instant().plusMillis(40));
    nanos += 40_000_000;
  }

  @Example
  void waitsForTheFirstKeyFrame() throws Exception {
    for (int i = 10; i < 30; i++) {
      send(i, i * FRAME, false);
    }
    assertThat(frames).startsWith("0 key", "3600").hasSize(5);
  }

  @Example
  void aDamagedFrameIsLeftOutAndADamagedKeyFrameEndsTheGroup() throws Exception {
    for (int i = 0; i < 60; i++) {
      send(i, i * FRAME, i == 25);
    }
    assertThat(complete).hasSize(1);
    assertThat(complete.get(0).videoSamples().count()).isEqualTo(25);
    assertThat(complete.get(0).end()).isEqualTo(25L * FRAME);
    assertThat(frames).hasSize(25 + 10);
    assertThat(assembler.current().run()).isEqualTo(complete.get(0).run());
  }

  @Example
  void framesShownInAnotherOrderGetDecodingTimes() throws Exception {
    int[] presentation = {0, 3, 1, 2, 6, 4, 5};
    for (int i = 0; i < presentation.length; i++) {
      send(i, presentation[i] * FRAME, false);
    }
    send(25, 7 * FRAME, false);
    GopSamples samples = GopSamples.video(complete.get(0));
    assertThat(samples.reordered()).isTrue();
    for (int i = 0; i < presentation.length; i++) {
      assertThat(samples.duration(i)).isEqualTo(FRAME);
      assertThat(samples.compositionOffset(i)).isEqualTo((presentation[i] - i) * FRAME);
    }
    assertThat(assembler.current().run()).isEqualTo(complete.get(0).run());
  }

  @Example
  void aJumpOfTheTimestampsBeginsANewRun() throws Exception {
    for (int i = 0; i < 30; i++) {
      send(i, i * FRAME + (i > 12 ? 100_000_000 : 0), false);
    }
    assertThat(complete).hasSize(1);
    assertThat(complete.get(0).videoSamples().count()).isEqualTo(13);
    assertThat(frames.get(13)).isEqualTo("0 key");
    assertThat(assembler.current().run().start())
        .isAfterOrEqualTo(complete.get(0).run().at(complete.get(0).end()));
  }

  @Example
  void anEndlessFrameIsRefused() throws Exception {
    ByteBuffer piece = ByteBuffer.allocate(60_000);
    assembler.beginNal((byte) 0x65, 0);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 200; i++) {
                assembler.append(piece, 0, piece.capacity());
              }
            })
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("8 MiB");
  }

  @Example
  void exhaustedMemoryIsGivenBackByReset() {
    BufferPool small = new BufferPool(2L << 20);
    GopAssembler poor = assembler(small);
    ByteBuffer piece = ByteBuffer.allocate(60_000);
    assertThatThrownBy(
            () -> {
              poor.beginNal((byte) 0x65, 0);
              for (int i = 0; i < 200; i++) {
                poor.append(piece, 0, piece.capacity());
              }
            })
        .isInstanceOf(PoolExhaustedException.class);
    poor.reset();
    assertThat(small.inUse()).isZero();
  }

  @Property(tries = 100)
  void lostPacketsNeverBreakTheTimeline(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      send(i, i * FRAME, random.nextInt(4) == 0);
    }
    assembler.reset();
    Instant covered = Instant.MIN;
    for (Gop gop : complete) {
      Instant start = gop.run().at(gop.start());
      assertThat(start).isAfterOrEqualTo(covered);
      covered = gop.run().at(gop.end());
      assertThat(covered).isAfter(start);
      int bytes = 0;
      for (int i = 0; i < gop.videoSamples().count(); i++) {
        bytes += gop.videoSamples().size(i);
      }
      assertThat(bytes).isEqualTo(gop.video().length());
    }
  }
}
