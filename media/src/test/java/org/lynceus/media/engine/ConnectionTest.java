package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.store.Segment;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.HostileServer;
import org.lynceus.media.testing.MemoryIndex;

class ConnectionTest {
  @TempDir Path directory;

  @Test
  void checksAnIdleStreamWithoutPullingMedia() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.put(null);
      bench.awaitState(StreamState.ONLINE);
      Eventually.until("several checks", () -> bench.camera.connections.get() >= 4);
      assertThat(bench.camera.plays.get()).isZero();
      bench.camera.refuseNew = true;
      bench.awaitState(StreamState.OFFLINE);
      bench.camera.refuseNew = false;
      bench.awaitState(StreamState.ONLINE);
      assertThat(bench.changes)
          .extracting(StreamStatus::state)
          .containsSubsequence(
              StreamState.CONNECTING, StreamState.ONLINE, StreamState.OFFLINE, StreamState.ONLINE);
    }
  }

  /** Among so many that its next turn would come after two minutes. */
  @Test
  void aCameraThatMayBeBackIsAskedAtOnce() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      for (int i = 0; i < 3000; i++) {
        StreamKey other = new StreamKey(UUID.randomUUID(), StreamKind.MAIN);
        bench.engine.put(new StreamSource(other, URI.create("rtsp://127.0.0.1:1/none"), null));
      }
      bench.camera.refuseNew = true;
      bench.put(null);
      bench.awaitState(StreamState.OFFLINE);
      bench.camera.refuseNew = false;
      bench.engine.hurry(bench.key);
      bench.awaitState(StreamState.ONLINE);
    }
  }

  @Test
  void reconnectsAfterACloseAndReportsTheGap() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      bench.camera.refuseNew = true;
      bench.camera.kick();
      bench.awaitRecording(RecordingState.INTERRUPTED);
      Eventually.until("several tries", () -> bench.status().counters().reconnects() >= 4);
      assertThat(bench.status().state()).isEqualTo(StreamState.OFFLINE);
      bench.camera.refuseNew = false;
      bench.awaitRecording(RecordingState.RECORDING);
      Eventually.until("the gap is reported", () -> bench.index.gaps().size() == 1);
      bench.engine.close();
      MemoryIndex.Gap gap = bench.index.gaps().get(0);
      List<Segment> segments = bench.index.segments();
      int next = 0;
      while (segments.get(next).start().isBefore(gap.to())) {
        next++;
      }
      assertThat(segments.get(next).start()).isEqualTo(gap.to());
      assertThat(segments.get(next - 1).end()).isEqualTo(gap.from());
      assertThat(segments.get(next).run()).isNotEqualTo(segments.get(next - 1).run());
      assertThat(bench.status()).isNull();
    }
  }

  @Test
  void connectsAnewWhenItIsToldAndGoesOnRecording() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      int before = bench.camera.plays.get();
      bench.engine.again(bench.key);
      Eventually.until("another connection", () -> bench.camera.plays.get() == before + 1);
      bench.awaitRecording(RecordingState.RECORDING);
    }
  }

  @Test
  void noticesACameraThatFallsSilent() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      bench.camera.mute = true;
      bench.awaitState(StreamState.OFFLINE);
      assertThat(bench.status().fault().code()).isEqualTo(FaultCode.NO_DATA);
      assertThat(bench.status().recording().fault().code()).isEqualTo(FaultCode.NO_DATA);
      bench.camera.mute = false;
      bench.awaitState(StreamState.ONLINE);
      bench.awaitRecording(RecordingState.RECORDING);
      assertThat(bench.status().counters().reconnects()).isPositive();
    }
  }

  @Test
  void asksOnceWithARejectedPasswordAndAtOnceWithANewOne() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.algorithm = "SHA-256";
      bench.put(new Credentials("admin", "wrong"));
      bench.engine.record(bench.key, true);
      bench.awaitState(StreamState.OFFLINE);
      assertThat(bench.status().fault().code()).isEqualTo(FaultCode.UNAUTHORIZED);
      bench.engine.record(bench.key, false);
      bench.engine.record(bench.key, true);
      assertThat(bench.camera.wrongPasswords.get()).isEqualTo(1);
      bench.put(new Credentials("admin", "s3cret"));
      bench.awaitRecording(RecordingState.RECORDING);
      assertThat(bench.camera.wrongPasswords.get()).isEqualTo(1);
      assertThat(bench.changes.toString()).doesNotContain("s3cret").doesNotContain("wrong]");
    }
  }

  @Test
  void aParameterChangeBeginsANewRunWithoutOverlap() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      bench.camera.clip = org.lynceus.media.testing.Clip.other();
      Eventually.until(
          "the new size is recorded",
          () -> bench.index.segments().stream().anyMatch(s -> s.width() == 640));
      bench.engine.close();
      List<Segment> segments = bench.index.segments();
      for (int i = 1; i < segments.size(); i++) {
        assertThat(segments.get(i).start()).isAfterOrEqualTo(segments.get(i - 1).end());
      }
      assertThat(bench.camera.connections.get()).isEqualTo(1);
    }
  }

  @Test
  void saysWhyACameraCannotBeReached() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (EngineBench bench = new EngineBench(directory)) {
      bench.engine.put(
          new StreamSource(bench.key, URI.create("rtsp://127.0.0.1:" + port + "/x"), null));
      bench.awaitState(StreamState.OFFLINE);
      assertThat(bench.status().fault().code()).isEqualTo(FaultCode.REFUSED);
      assertThat(bench.status().fault().text()).contains(String.valueOf(port));
    }
  }

  @Test
  void aHostileServerEndsInAFaultAndALaterTry() throws Exception {
    for (String answer :
        List.of(
            "HTTP/1.1 200 OK\r\n\r\n",
            "RTSP/1.0 200 OK\r\nContent-Length: 4\r\n\r\nv=0\n",
            "RTSP/1.0 200 OK\r\n" + "X: y\r\n".repeat(5000),
            "RTSP/1.0 99 No\r\n\r\n",
            "$\0\1\2")) {
      try (HostileServer server = new HostileServer(answer);
          EngineBench bench = new EngineBench(Files.createTempDirectory(directory, "x"))) {
        bench.engine.put(new StreamSource(bench.key, server.url(), null));
        bench.engine.record(bench.key, true);
        bench.awaitState(StreamState.OFFLINE);
        assertThat(bench.status().fault().code())
            .isIn(FaultCode.NOT_RTSP, FaultCode.MALFORMED, FaultCode.NO_VIDEO);
        Eventually.until("several tries", () -> server.connections() >= 3);
        assertThat(bench.status().recording().state()).isEqualTo(RecordingState.INTERRUPTED);
      }
    }
  }

  @Test
  void stopsPullingWhenTheLastWishIsGone() throws Exception {
    try (EngineBench bench =
        new EngineBench(directory, EngineBench.options(Duration.ofSeconds(1)))) {
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      bench.engine.record(bench.key, false);
      bench.awaitRecording(RecordingState.NOT_PLANNED);
      Eventually.until(
          "no stream is pulled after the linger time", () -> bench.camera.openConnections() == 0);
      assertThat(bench.index.segments()).allMatch(Segment::closed);
      assertThat(bench.status().state()).isEqualTo(StreamState.ONLINE);
    }
  }
}
