package org.lynceus.media.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamKey;
import org.lynceus.media.gop.Gop;

/**
 * The only thread that writes to one volume. Groups of pictures wait in a queue bounded in bytes;
 * whoever finds it full drops the group, so that a slow disk delays neither the network nor another
 * volume.
 */
public final class VolumeWriter {
  private static final System.Logger LOG = System.getLogger(VolumeWriter.class.getName());
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long TICK_MILLIS = 200;

  private final Volume volume;
  private final WriterOptions options;
  private final SegmentIndex index;
  private final RandomGenerator random;
  private final Thread thread;
  private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final AtomicLong queuedBytes = new AtomicLong();
  private final Map<StreamKey, OpenFile> open = new HashMap<>();
  private volatile boolean stopping;
  private int sequence;
  private long lastLook;
  private final Scratch scratch = new Scratch();
  private final IntakeRate rate = new IntakeRate();

  public VolumeWriter(
      Volume volume, WriterOptions options, SegmentIndex index, RandomGenerator random) {
    this.volume = volume;
    this.options = options;
    this.index = index;
    this.random = random;
    this.thread = new Thread(this::run, "lynceus-volume-" + volume.id());
    this.thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Writes what waits, closes all files and ends; gives up after the patience. */
  public void close(Duration patience) {
    stopping = true;
    queue.add(() -> {});
    try {
      thread.join(Math.max(1, patience.toMillis()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  public Volume volume() {
    return volume;
  }

  /**
   * Takes a closed group for writing and its ownership; false when the queue is full and the group
   * stays the caller's.
   */
  public boolean offer(RecordingSink sink, Gop gop) {
    long size = gop.bytes();
    if (queuedBytes.addAndGet(size) > options.queueBytes()) {
      queuedBytes.addAndGet(-size);
      return false;
    }
    queue.add(
        () -> {
          try {
            write(sink, gop);
          } finally {
            gop.release();
            queuedBytes.addAndGet(-size);
          }
        });
    return true;
  }

  /** Closes the open file of a stream after what waits for it. */
  public void end(RecordingSink sink) {
    queue.add(() -> close(sink.key()));
  }

  private void run() {
    while (!stopping || !queue.isEmpty()) {
      try {
        Runnable task = queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (task != null) {
          task.run();
        }
        tick(System.nanoTime());
      } catch (InterruptedException stop) {
        stopping = true;
      } catch (RuntimeException bug) {
        LOG.log(System.Logger.Level.ERROR, "A volume's writer failed at one task", bug);
      }
    }
    List.copyOf(open.keySet()).forEach(this::close);
  }

  private void tick(long now) {
    if (now - lastLook >= LOOK_NANOS) {
      lastLook = now;
      volume.intakeReserve(rate.bytesIn(options.intakeReserve(), now));
      volume.refresh();
      if (volume.fault() != null && !open.isEmpty()) {
        List.copyOf(open.keySet()).forEach(this::close);
      }
    }
    for (OpenFile file : open.values()) {
      if (now >= file.nextFlush) {
        flush(file, now);
        return;
      }
    }
  }

  private void write(RecordingSink sink, Gop gop) {
    Fault fault = volume.fault();
    if (fault != null) {
      sink.failed(fault, end(gop));
      return;
    }
    try {
      OpenFile file = fileFor(sink, gop);
      boolean first = file.segment.empty();
      file.segment.write(gop, ++sequence, scratch);
      rate.add(gop.bytes(), System.nanoTime());
      if (first) {
        index.save(file.segment.segment());
      }
      sink.written(gop.run().at(gop.start()), end(gop));
    } catch (NotReadyException changed) {
      sink.failed(reason(), end(gop));
    } catch (IOException failed) {
      sink.failed(broken(failed, open.remove(sink.key())), end(gop));
    }
  }

  private static Instant end(Gop gop) {
    return gop.run().at(gop.end());
  }

  private OpenFile fileFor(RecordingSink sink, Gop gop) throws IOException {
    OpenFile file = open.get(sink.key());
    if (file != null && (!file.segment.continues(gop) || cut(sink.key(), file, gop))) {
      close(sink.key());
      file = null;
    }
    if (file == null) {
      requireReady();
      file = new OpenFile(SegmentWriter.open(volume, sink.key(), gop, random, options.digests()));
      file.nextFlush = System.nanoTime() + options.flush().toNanos();
      open.put(sink.key(), file);
    }
    return file;
  }

  /** Looks at the disk before each new file: what was mounted a moment ago may be gone. */
  private void requireReady() throws IOException {
    if (volume.refresh().state() != VolumeState.READY) {
      throw new NotReadyException();
    }
  }

  private boolean cut(StreamKey key, OpenFile file, Gop gop) {
    long length = options.segment().toMillis();
    long shift = Math.floorMod(key.hashCode() * 0x9e3779b97f4a7c15L >>> 20, length);
    long now = gop.run().at(gop.start()).toEpochMilli();
    return Math.floorDiv(now + shift, length)
        != Math.floorDiv(file.segment.startMillis() + shift, length);
  }

  private void flush(OpenFile file, long now) {
    file.nextFlush = now + options.flush().toNanos();
    try {
      file.segment.force();
      index.save(file.segment.segment());
    } catch (IOException failed) {
      open.values().remove(file);
      broken(failed, file);
    }
  }

  private void close(StreamKey key) {
    OpenFile file = open.remove(key);
    if (file == null) {
      return;
    }
    try {
      index.save(file.segment.close());
    } catch (IOException failed) {
      broken(failed, file);
    }
  }

  private Fault broken(IOException error, @Nullable OpenFile file) {
    volume.failed(error);
    Fault fault = reason();
    LOG.log(System.Logger.Level.WARNING, "Volume " + volume.id() + " failed", error);
    if (file != null) {
      try {
        file.segment.abandon();
      } catch (IOException alsoFailed) {
        error.addSuppressed(alsoFailed);
      }
    }
    volume.refresh();
    Fault now = volume.fault();
    return now != null ? now : fault;
  }

  private Fault reason() {
    Fault fault = volume.fault();
    return fault != null ? fault : new Fault(FaultCode.VOLUME_FAILED, "Writing failed");
  }

  /** The volume is no longer what it was at the last look. */
  private static final class NotReadyException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** An open file and when it is forced to disk next. */
  private static final class OpenFile {
    private final SegmentWriter segment;
    private long nextFlush;

    OpenFile(SegmentWriter segment) {
      this.segment = segment;
    }
  }
}
