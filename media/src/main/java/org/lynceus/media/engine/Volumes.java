package org.lynceus.media.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamKey;
import org.lynceus.media.store.SegmentIndex;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeWriter;
import org.lynceus.media.store.WriterOptions;

/**
 * The writers of all volumes and the choice among them: by hash of the channel, then the next one
 * that can be written.
 */
final class Volumes {
  private final CopyOnWriteArrayList<VolumeWriter> writers = new CopyOnWriteArrayList<>();
  private final WriterOptions options;
  private final SegmentIndex index;
  private final RandomGenerator random;

  Volumes(EngineOptions options, SegmentIndex index, RandomGenerator random) {
    this.options =
        new WriterOptions(
            options.segment(),
            options.flush(),
            options.writerQueueBytes(),
            options.intakeReserve(),
            options.digests());
    this.index = index;
    this.random = random;
  }

  void add(Volume volume) {
    VolumeWriter writer = new VolumeWriter(volume, options, index, random);
    writers.add(writer);
    writer.start();
  }

  /** The writer for a stream, null when no volume can be written. */
  @Nullable VolumeWriter choose(StreamKey key) {
    List<VolumeWriter> now = List.copyOf(writers);
    int first = now.isEmpty() ? 0 : Math.floorMod(key.channel().hashCode(), now.size());
    for (int i = 0; i < now.size(); i++) {
      VolumeWriter writer = now.get((first + i) % now.size());
      if (writer.volume().fault() == null) {
        return writer;
      }
    }
    return null;
  }

  /** Why {@link #choose} finds none. */
  Fault fault() {
    for (VolumeWriter writer : writers) {
      Fault fault = writer.volume().fault();
      if (fault != null) {
        return fault;
      }
    }
    return new Fault(FaultCode.VOLUME_MISSING, "No volume is set up for recordings");
  }

  void close(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    for (VolumeWriter writer : writers) {
      writer.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
  }
}
