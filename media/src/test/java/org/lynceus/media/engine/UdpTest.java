package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamSource;
import org.lynceus.media.StreamTransport;
import org.lynceus.media.store.Segment;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.Ffprobe;
import org.lynceus.media.testing.MemoryIndex;
import org.lynceus.media.testing.TestCamera;

class UdpTest {
  @TempDir Path directory;

  private static void put(EngineBench bench, StreamTransport transport) {
    bench.engine.put(new StreamSource(bench.key, bench.camera.url(), null, transport, null));
  }

  private static List<Segment> recorded(EngineBench bench, int frames) {
    long before = bench.status().counters().framesIn();
    Eventually.until(
        frames + " frames", () -> bench.status().counters().framesIn() > before + frames);
    bench.engine.close();
    return bench.index.segments();
  }

  @Test
  void isTriedWhenTheCameraRefusesTcp() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.refuseTcp = true;
      bench.camera.audio = TestCamera.Audio.AAC;
      put(bench, StreamTransport.AUTO);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      assertThat(bench.camera.udpPlays.get()).isPositive().isEqualTo(bench.camera.plays.get());
      List<Segment> segments = recorded(bench, 200);
      assertThat(segments).isNotEmpty().allMatch(segment -> segment.codecs().contains("avc1"));
      for (Segment segment : segments) {
        Ffprobe.decode(bench.volume.directory().resolve(segment.path()));
      }
    }
  }

  @Test
  void isUsedAtOnceWhenAskedFor() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      put(bench, StreamTransport.UDP);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      assertThat(bench.camera.udpPlays.get()).isPositive().isEqualTo(bench.camera.plays.get());
    }
  }

  @Test
  void isNotUsedWhenOnlyTcpIsAllowedNorTcpWhenOnlyUdpIs() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.refuseTcp = true;
      bench.camera.refuseUdp = true;
      put(bench, StreamTransport.TCP);
      bench.engine.record(bench.key, true);
      bench.awaitState(StreamState.OFFLINE);
      assertThat(bench.status().fault().code()).isEqualTo(FaultCode.UNSUPPORTED_CODEC);
      assertThat(bench.status().fault().text()).contains("over TCP");
      put(bench, StreamTransport.UDP);
      Eventually.until("UDP is refused", () -> bench.status().fault().text().contains("over UDP"));
      assertThat(bench.camera.plays.get()).isZero();
    }
  }

  @Test
  void reorderedAndRepeatedPacketsCostNothing() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.reorderRate = 0.2;
      bench.camera.duplicateRate = 0.2;
      put(bench, StreamTransport.UDP);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      List<Segment> segments = recorded(bench, 300);
      assertThat(bench.index.gaps()).hasSizeLessThanOrEqualTo(5);
      int frames = 0;
      for (Segment segment : segments) {
        frames += Ffprobe.decode(bench.volume.directory().resolve(segment.path()));
      }
      assertThat(frames).isGreaterThan(300);
    }
  }

  @Test
  void lossLeavesGapsWithAReasonAndNeverADamagedPicture() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.lossRate = 0.01;
      put(bench, StreamTransport.UDP);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      Eventually.until("packets are lost", () -> bench.camera.packetsLost.get() >= 5);
      bench.camera.lossRate = 0;
      List<Segment> segments = recorded(bench, 100);
      for (Segment segment : segments) {
        Ffprobe.decode(bench.volume.directory().resolve(segment.path()));
      }
      assertThat(bench.index.gaps())
          .isNotEmpty()
          .extracting(MemoryIndex.Gap::reason)
          .extracting("code")
          .contains(FaultCode.PACKETS_LOST);
    }
  }
}
