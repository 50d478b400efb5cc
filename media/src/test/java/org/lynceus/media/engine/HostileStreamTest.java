package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.StreamTransport;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.HostileServer;
import org.lynceus.media.testing.RtpPackets;

/** What strangers and broken cameras send ends in nothing or in a fault, and in no log lines. */
@Isolated("counts the log lines and the open files of the whole process")
class HostileStreamTest {
  @TempDir Path directory;

  /** The engine's log records of at least level INFO. */
  private static final class Log extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("org.lynceus.media.engine");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Log() {
      logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
      if (line.getLevel().intValue() >= java.util.logging.Level.INFO.intValue()) {
        lines.add(line.getMessage());
      }
    }

    @Override
    public void flush() {
      assertThat(logger.getHandlers()).contains(this);
    }

    @Override
    public void close() {
      logger.removeHandler(this);
    }
  }

  @Test
  void aStreamOfGarbageEndsInAFaultAgainAndAgainAndSaysNothingInTheLog() throws Exception {
    try (Log log = new Log();
        EngineBench bench = new EngineBench(directory)) {
      bench.camera.garbage = true;
      bench.put(null);
      bench.engine.record(bench.key, true);
      Eventually.until("several tries", () -> bench.status().counters().reconnects() >= 5);
      assertThat(bench.changes)
          .filteredOn(status -> status.fault() != null)
          .extracting(status -> status.fault().code())
          .contains(FaultCode.MALFORMED);
      bench.camera.garbage = false;
      bench.awaitRecording(RecordingState.RECORDING);
      assertThat(log.lines).isEmpty();
    }
  }

  @Test
  void aCameraThatIsAwayLeavesNothingBehindHoweverOftenItIsTried() throws Exception {
    EngineOptions o = EngineOptions.defaults();
    EngineOptions hasty =
        new EngineOptions(
            1,
            o.segment(),
            o.flush(),
            o.connectTimeout(),
            o.firstDataTimeout(),
            o.dataTimeout(),
            o.idleCheck(),
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            o.unauthorizedWait(),
            o.writerQueueBytes(),
            Duration.ZERO,
            o.mediaMemory(),
            false,
            o.stallLimit());
    try (Log log = new Log();
        EngineBench bench = new EngineBench(directory, hasty)) {
      bench.put(null);
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      bench.camera.refuseNew = true;
      bench.camera.kick();
      long used = usedAfter(bench, 500);
      long files = openFiles();
      // As often as in about eight hours of an outage.
      assertThat(usedAfter(bench, 2_000) - used).isLessThan(2 << 20);
      assertThat(openFiles() - files).isLessThan(20);
      assertThat(log.lines).isEmpty();
    }
  }

  /** Bytes in use once the camera was tried so often. */
  private static long usedAfter(EngineBench bench, int tries) {
    bench.changes.clear();
    Eventually.until(tries + " tries", () -> bench.status().counters().reconnects() >= tries);
    bench.changes.clear();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void datagramsOfStrangersAreNotHeard() throws Exception {
    try (EngineBench bench = new EngineBench(directory);
        DatagramSocket stranger = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      bench.engine.put(
          new StreamSource(bench.key, bench.camera.url(), null, StreamTransport.UDP, null));
      bench.engine.record(bench.key, true);
      bench.awaitRecording(RecordingState.RECORDING);
      int port = bench.camera.clientPort;
      InetAddress home = InetAddress.getByName("127.0.0.1");
      long before = bench.status().counters().bytesIn();
      for (int i = 0; i < 100; i++) {
        byte[] wrong = RtpPackets.packet(96, true, i * 131, i * 7777, new byte[50_000]);
        stranger.send(new DatagramPacket(wrong, wrong.length, home, port));
      }
      long frames = bench.status().counters().framesIn();
      Eventually.until("it goes on", () -> bench.status().counters().framesIn() > frames + 100);
      assertThat(bench.status().counters().bytesIn() - before).isLessThan(4_000_000);
    }
  }

  @Test
  void manyTriesWithHostileServersLeaveNoSocketAndNoLogLineBehind() throws Exception {
    List<String> answers =
        List.of(
            "\0\1\2 nothing anybody knows \377\376\r\n\r\n",
            "HTTP/1.1 200 OK\r\n\r\n",
            "RTSP/1.0 999999999999999999999 x\r\n\r\n",
            "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: -7\r\n\r\n",
            "RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 999999999\r\n\r\n",
            "RTSP/1.0 200 OK\r\n" + "X: y\r\n".repeat(20_000));
    List<HostileServer> servers = new ArrayList<>();
    try (Log log = new Log();
        EngineBench bench = new EngineBench(directory)) {
      for (String answer : answers) {
        servers.add(new HostileServer(answer));
      }
      long before = openFiles();
      List<StreamKey> keys = new ArrayList<>();
      for (HostileServer server : servers) {
        StreamKey key = new StreamKey(UUID.randomUUID(), StreamKind.MAIN);
        keys.add(key);
        bench.engine.put(new StreamSource(key, server.url(), null));
        bench.engine.record(key, true);
      }
      for (HostileServer server : servers) {
        Eventually.until("many tries", () -> server.connections() >= 15);
      }
      keys.forEach(bench.engine::remove);
      Eventually.until("all sockets are closed", () -> openFiles() <= before);
      assertThat(log.lines).isEmpty();
    } finally {
      for (HostileServer server : servers) {
        server.close();
      }
    }
  }

  private static long openFiles() {
    return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
        .getOpenFileDescriptorCount();
  }
}
