package org.lynceus.media.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.testing.FrameNumbers;

/**
 * The recording process is killed (SIGKILL) at random moments in the middle of its writing. With
 * {@code -Pfaults} at 200 moments, else at a few.
 */
class KillTest {
  private static final int POINTS = Integer.getInteger("lynceus.kills", 6);
  @TempDir Path directory;

  @Test
  void afterAKillEveryFrameThatWasWrittenIsThereExactlyOnce() {
    IntStream.range(0, POINTS).parallel().forEach(this::killAndRecover);
  }

  private void killAndRecover(int point) {
    try {
      Path disk = Files.createDirectory(directory.resolve("disk-" + point));
      Volume volume = Volume.initialise(disk, UUID.randomUUID(), 0);
      Map<UUID, Segment> rows = new HashMap<>();
      long written = writeUntilKilled(disk, rows, new Random(point));
      recover(volume, rows);
      assertThat(check(volume, rows)).as("kill %d", point).isEmpty();
      List<FrameNumbers.Stored> stored = new ArrayList<>();
      for (Segment row : rows.values()) {
        stored.addAll(FrameNumbers.in(volume.resolve(row.path()), row));
      }
      stored.sort(Comparator.comparing(FrameNumbers.Stored::number));
      assertThat(stored.size()).isGreaterThanOrEqualTo((int) written * KilledWriter.FRAMES);
      for (int i = 0; i < stored.size(); i++) {
        assertThat(stored.get(i).number()).as("kill %d", point).isEqualTo(i);
      }
    } catch (IOException | VolumeException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Returns how many seconds the process said to have written. */
  private static long writeUntilKilled(Path disk, Map<UUID, Segment> rows, Random random)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                disk.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int lines = 1 + random.nextInt(60);
    long written = 0;
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        List<String> words = List.of(line.split(" "));
        if (words.size() == 17 && words.get(0).equals("row")) {
          Segment row = KilledWriter.row(words);
          rows.put(row.id(), row);
        } else if (words.size() == 3 && words.get(0).equals("written")) {
          written = Long.parseLong(words.get(1));
        }
        lines--;
        if (lines == 0) {
          LockSupport.parkNanos(random.nextInt(3_000_000));
          process.toHandle().destroyForcibly();
        }
      }
    }
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 9);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stop);
    }
    return written;
  }

  private static void recover(Volume volume, Map<UUID, Segment> rows) throws IOException {
    StoreRecovery.recover(
        volume, KilledWriter.START, rows::get, found -> rows.put(found.id(), found));
  }

  private static List<Finding> check(Volume volume, Map<UUID, Segment> rows) throws IOException {
    List<Finding> findings = new ArrayList<>();
    StoreCheck.run(
        volume,
        rows.values().stream().sorted(Comparator.comparing(Segment::path)).iterator(),
        new StoreCheck.Options(path -> false, Instant.MAX, true, (files, bytes) -> {}, () -> false),
        findings::add);
    return findings;
  }
}
