package org.lynceus.media.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.LimitedLog;
import org.lynceus.media.StreamKey;
import org.lynceus.media.digest.FileDigests;
import org.lynceus.media.gop.Gop;

/**
 * A thread that writes streams to a volume, one of its {@link VolumeWriters}. Groups of pictures
 * wait in a queue bounded in bytes; whoever finds it full drops the group, so that a slow disk
 * delays neither the network nor another volume.
 */
public final class VolumeWriter {
  private static final System.Logger LOG = System.getLogger(VolumeWriter.class.getName());
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long TICK_MILLIS = 200;

  private final LimitedLog failures = new LimitedLog(LOG, System::nanoTime);
  private final Volume volume;
  private final WriterOptions options;
  private final SegmentIndex index;
  private final RandomGenerator random;
  private final @Nullable FileDigests digests;
  private final Thread thread;
  private final WriteQueue queue;
  private final Map<StreamKey, OpenFile> open = new HashMap<>();
  private final Set<String> openPaths = ConcurrentHashMap.newKeySet();
  private final Deque<String> unsettled = new ArrayDeque<>();
  private volatile long busySince;
  private volatile boolean busy;
  private volatile double bytesPerSecond;
  private int sequence;
  private long lastLook;
  private final IntakeRate rate = new IntakeRate();

  /** The only writer of a volume. */
  public VolumeWriter(
      Volume volume, WriterOptions options, SegmentIndex index, RandomGenerator random) {
    this(
        volume,
        options,
        index,
        random,
        new WriteQueue.Bound(options.queueBytes()),
        options.digestsOf(volume, 1));
  }

  /** One of several writers who share a bound of waiting bytes, and digests unless null. */
  VolumeWriter(
      Volume volume,
      WriterOptions options,
      SegmentIndex index,
      RandomGenerator random,
      WriteQueue.Bound bound,
      @Nullable FileDigests digests) {
    this.volume = volume;
    this.options = options;
    this.index = index;
    this.random = random;
    this.digests = digests;
    this.queue = new WriteQueue(bound);
    this.thread = new Thread(this::run, "lynceus-volume-" + volume.id());
    this.thread.setDaemon(true);
    this.lastLook = System.nanoTime() - LOOK_NANOS;
  }

  public void start() {
    thread.start();
  }

  /** Takes nothing more, writes what waits, closes all files and ends; returns at once. */
  public void retire() {
    queue.close();
  }

  /**
   * Retires and waits for the end, also of the digests if no other writer uses them; gives up after
   * the patience.
   */
  public void close(Duration patience) {
    retire();
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      thread.join(Math.max(1, patience.toMillis()));
      if (digests != null) {
        digests.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  public Volume volume() {
    return volume;
  }

  /** Whether groups are taken and the volume can be written, as far as is known. */
  public boolean usable() {
    return !queue.closed() && volume.fault() == null;
  }

  /**
   * Takes a closed group for writing and its ownership; false when the queue is full or retired and
   * the group stays the caller's.
   */
  public boolean offer(RecordingSink sink, Gop gop) {
    return queue.offer(sink, gop);
  }

  /** Closes the open file of a stream after what waits for it. */
  public void end(RecordingSink sink) {
    queue.end(sink);
  }

  /** Gives the groups of a stream that still wait back to the caller, in order. */
  public List<Gop> takeBack(RecordingSink sink) {
    return queue.takeBack(sink);
  }

  /** Whether the file at a path relative to the volume is being written. */
  public boolean isOpen(String path) {
    return openPaths.contains(path);
  }

  /** Whether one disk operation has been under way for longer than the limit. */
  boolean stuck(Duration limit) {
    return busy && System.nanoTime() - busySince > limit.toNanos();
  }

  /** Written lately, on average. */
  double bytesPerSecond() {
    return bytesPerSecond;
  }

  private void run() {
    try {
      work();
    } finally {
      if (digests != null) {
        digests.leave();
      }
    }
  }

  private void work() {
    while (!queue.finished()) {
      try {
        WriteQueue.Item item = queue.poll(TICK_MILLIS);
        begin();
        if (item != null) {
          perform(item);
        }
        tick(System.nanoTime());
      } catch (InterruptedException stop) {
        queue.close();
      } catch (RuntimeException bug) {
        failures.log(System.Logger.Level.ERROR, "A volume's writer failed at one task", bug);
      } finally {
        busy = false;
      }
    }
    List.copyOf(open.keySet()).forEach(this::close);
    for (int left = unsettled.size(); left > 0; left--) {
      settle();
    }
    busy = false;
  }

  /** A disk operation begins now. */
  private void begin() {
    busySince = System.nanoTime();
    busy = true;
  }

  private void perform(WriteQueue.Item item) {
    Gop gop = item.gop();
    if (gop == null) {
      close(item.sink().key());
      return;
    }
    long size = gop.bytes();
    try {
      write(item.sink(), gop);
    } finally {
      queue.done(size);
    }
  }

  private void tick(long now) {
    if (now - lastLook >= LOOK_NANOS) {
      lastLook = now;
      begin();
      bytesPerSecond = rate.bytesPerSecond(now);
      volume.refresh();
      if (volume.fault() != null && !open.isEmpty()) {
        List.copyOf(open.keySet()).forEach(this::close);
      }
    }
    for (OpenFile file : open.values()) {
      if (now - file.nextFlush >= 0 && !file.segment.empty()) {
        begin();
        flush(file, now);
        return;
      }
    }
    settle();
  }

  /** Writes a group, or gives it back to its sink. */
  private void write(RecordingSink sink, Gop gop) {
    if (sink.over() || volume.diskFault() != null) {
      sink.failed(reason(), gop);
      return;
    }
    Instant from = gop.run().at(gop.start());
    Instant to = gop.run().at(gop.end());
    try {
      OpenFile file = fileFor(sink, gop);
      begin();
      long bytes = file.segment.write(gop, ++sequence);
      rate.add(bytes, System.nanoTime());
      volume.written(bytes);
    } catch (NotReadyException changed) {
      sink.failed(reason(), gop);
      return;
    } catch (IOException failed) {
      sink.failed(broken(failed, open.remove(sink.key())), gop);
      return;
    }
    sink.written(from, to);
  }

  private OpenFile fileFor(RecordingSink sink, Gop gop) throws IOException {
    OpenFile file = open.get(sink.key());
    if (file != null && (!file.segment.continues(gop) || cut(sink.key(), file, gop))) {
      close(sink.key());
      file = null;
    }
    if (file == null) {
      begin();
      requireReady();
      file = new OpenFile(SegmentWriter.open(volume, sink.key(), gop, random, digests));
      open.put(sink.key(), file);
      openPaths.add(file.segment.path());
    }
    return file;
  }

  /** Looks at the disk before each new file: what was mounted a moment ago may be gone. */
  private void requireReady() throws IOException {
    volume.refresh();
    if (volume.diskFault() != null) {
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
    begin();
    try {
      file.segment.close(
          segment -> {
            index.save(segment);
            openPaths.remove(segment.path());
          });
    } catch (IOException failed) {
      broken(failed, file);
    }
  }

  /** Gives a file up after an error; it is put in order when the volume can be written again. */
  private Fault broken(IOException error, @Nullable OpenFile file) {
    volume.failed(error);
    Fault fault = reason();
    failures.log(System.Logger.Level.WARNING, "Volume " + volume.id() + " failed", error);
    if (file != null) {
      unsettled.add(file.segment.path());
      try {
        file.segment.abandon();
      } catch (IOException alsoFailed) {
        error.addSuppressed(alsoFailed);
      }
    }
    volume.refresh();
    Fault now = volume.diskFault();
    return now != null ? now : fault;
  }

  /** Puts the next file that was given up in order, now that the volume works again. */
  private void settle() {
    String path = unsettled.peek();
    if (path == null || !volume.tidy()) {
      return;
    }
    begin();
    try {
      Segment segment = StoreRecovery.settle(volume, path);
      if (segment != null) {
        index.save(segment);
      }
    } catch (IOException failed) {
      volume.failed(failed);
      failures.log(
          System.Logger.Level.WARNING, "A recording cannot be put in order: " + path, failed);
      return;
    }
    unsettled.remove();
    openPaths.remove(path);
  }

  private Fault reason() {
    Fault fault = volume.diskFault();
    return fault != null ? fault : new Fault(FaultCode.VOLUME_FAILED, "Writing failed");
  }

  /** The volume is no longer what it was at the last look. */
  private static final class NotReadyException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * An open file and when it is forced to disk next: soon after its first group, then regularly.
   */
  private static final class OpenFile {
    private final SegmentWriter segment;
    private long nextFlush = System.nanoTime();

    OpenFile(SegmentWriter segment) {
      this.segment = segment;
    }
  }
}
