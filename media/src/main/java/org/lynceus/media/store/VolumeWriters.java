package org.lynceus.media.store;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.lynceus.media.StreamKey;
import org.lynceus.media.digest.FileDigests;

/**
 * The writers of one volume. Each stream belongs to one of them, so its groups stay in order; while
 * one waits for the disk, the others go on. Thread-safe.
 */
public final class VolumeWriters {
  /** While one waits for its fdatasync the others go on: 256 cameras have about 40 a second. */
  private static final int WRITERS = 8;

  private final Volume volume;
  private final WriterOptions options;
  private final List<VolumeWriter> writers;

  /** Writers that share the options' bound of waiting bytes. */
  public VolumeWriters(
      Volume volume, WriterOptions options, SegmentIndex index, RandomGenerator random) {
    this.volume = volume;
    this.options = options;
    WriteQueue.Bound bound = new WriteQueue.Bound(options.queueBytes());
    FileDigests digests = options.digestsOf(volume, WRITERS);
    this.writers =
        IntStream.range(0, WRITERS)
            .mapToObj(number -> new VolumeWriter(volume, options, index, random, bound, digests))
            .toList();
    volume.queued(bound::bytes);
  }

  public void start() {
    writers.forEach(VolumeWriter::start);
  }

  /** Takes nothing more, writes what waits, closes all files and ends; returns at once. */
  public void retire() {
    writers.forEach(VolumeWriter::retire);
  }

  /** Retires and waits for the end; gives up after the patience. */
  public void close(Duration patience) {
    retire();
    long deadline = System.nanoTime() + patience.toNanos();
    for (VolumeWriter writer : writers) {
      writer.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
  }

  public Volume volume() {
    return volume;
  }

  /** The writer of a stream, always the same. */
  public VolumeWriter of(StreamKey key) {
    return writers.get(Math.floorMod(key.hashCode() * 0x9e3779b9 >>> 16, WRITERS));
  }

  /** Whether groups are taken and the volume can be written, as far as is known. */
  public boolean usable() {
    return writers.stream().allMatch(VolumeWriter::usable);
  }

  /** Whether the file at a path relative to the volume is being written. */
  public boolean isOpen(String path) {
    return writers.stream().anyMatch(writer -> writer.isOpen(path));
  }

  /**
   * Notes in the volume how much is written and whether a writer is stuck in the disk. To be called
   * now and then by a thread that does not write, because a stuck one cannot say so; never blocks.
   */
  public void watch(Duration limit) {
    double rate = writers.stream().mapToDouble(VolumeWriter::bytesPerSecond).sum();
    volume.intake(rate, options.intakeReserve());
    volume.stalled(writers.stream().anyMatch(writer -> writer.stuck(limit)));
  }
}
