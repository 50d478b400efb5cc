package org.lynceus.media.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamSource;
import org.lynceus.media.gop.BufferPool;
import org.lynceus.media.h264.KeyFrame;
import org.lynceus.media.store.SegmentIndex;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeStatus;

/**
 * Connects to cameras, records their streams to volumes and hands them to live viewers: one
 * connection per stream for all of these. Made, then started once, then closed once; every method
 * may be called by any thread and returns without waiting for a camera or a disk, except {@link
 * #close()}.
 */
public final class MediaEngine implements AutoCloseable {
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);
  private static final Duration TICK = Duration.ofSeconds(5);

  private final EngineContext context;
  private final List<EventLoop> loops = new ArrayList<>();
  private final List<IdleChecks> checks = new ArrayList<>();
  private final Map<StreamKey, CameraStream> streams = new ConcurrentHashMap<>();

  /**
   * Makes an engine that does nothing yet.
   *
   * @param random may be used by one thread at a time only; the engine sees to that
   * @param volumes where to record; the first ready one by hash of the channel is used. May be
   *     empty
   */
  public MediaEngine(
      EngineOptions options,
      Clock clock,
      RandomGenerator random,
      EngineEvents events,
      List<Volume> volumes,
      SegmentIndex index) {
    RandomGenerator shared = shared(random);
    context =
        new EngineContext(
            options,
            clock,
            shared,
            events,
            index,
            new Volumes(options, index, shared, events),
            new BufferPool(options.mediaMemory()),
            new Resolver());
    volumes.forEach(context.volumes()::add);
    for (int i = 0; i < options.selectorThreads(); i++) {
      EventLoop loop = newLoop("lynceus-media-" + i);
      loops.add(loop);
      checks.add(new IdleChecks(loop));
    }
  }

  /** Starts the network threads. */
  public void start() {
    for (EventLoop loop : loops) {
      loop.start();
      loop.execute(() -> tick(loop));
    }
  }

  /**
   * Stops every stream, closes the open files properly and ends the threads. Waits at most 10
   * seconds.
   */
  @Override
  public void close() {
    long deadline = System.nanoTime() + CLOSE_PATIENCE.toNanos();
    List.copyOf(streams.keySet()).forEach(this::remove);
    loops.forEach(loop -> loop.close(left(deadline)));
    context.volumes().close(left(deadline));
    context.resolver().close();
  }

  /** Adds a volume to record to. One with the id of a present volume is ignored. */
  public void addVolume(Volume volume) {
    context.volumes().add(volume);
  }

  /**
   * Takes a volume away: its streams move to others, what waits for it is written, its files are
   * closed. Returns at once; unknown ids are ignored.
   */
  public void removeVolume(UUID volume) {
    context.volumes().remove(volume);
  }

  /** Whether a file is being written now; such files are no business of a check. */
  public boolean isOpen(UUID volume, String path) {
    return context.volumes().open(volume, path);
  }

  /** The present states of the volumes. */
  public List<VolumeStatus> volumes() {
    return context.volumes().statuses();
  }

  /**
   * Adds a stream or replaces its source. The same source again changes nothing; a changed address
   * or changed credentials connect again at once. Whether it is recorded and who watches it stay as
   * they are.
   */
  public void put(StreamSource source) {
    int lane = Math.floorMod(source.key().hashCode(), loops.size());
    CameraStream made = new CameraStream(context, loops.get(lane), checks.get(lane), source);
    CameraStream present = streams.putIfAbsent(source.key(), made);
    if (present == null) {
      made.loop().execute(made::start);
    } else {
      present.loop().execute(() -> present.replace(source));
    }
  }

  /**
   * Connects to a stream anew and reads its description again: its camera was told to send
   * something else. Whether it is recorded and who watches it stay as they are. Unknown keys are
   * ignored.
   */
  public void again(StreamKey key) {
    CameraStream stream = streams.get(key);
    if (stream != null) {
      stream.loop().execute(stream::again);
    }
  }

  /**
   * Forgets a stream: its open file is closed, its viewers see OFFLINE. Unknown keys are ignored.
   */
  public void remove(StreamKey key) {
    CameraStream stream = streams.remove(key);
    if (stream != null) {
      stream.loop().execute(stream::stop);
    }
  }

  /**
   * The camera may be back: connects now where it waited to try again. Unknown keys are ignored.
   */
  public void hurry(StreamKey key) {
    CameraStream stream = streams.get(key);
    if (stream != null) {
      stream.loop().execute(stream::hurry);
    }
  }

  /** Switches the recording of a stream on or off, to any volume. */
  public void record(StreamKey key, boolean on) {
    record(key, RecordWish.anywhere(on));
  }

  /**
   * Changes how a stream is recorded.
   *
   * @throws UnknownStreamException when it was not put
   */
  public void record(StreamKey key, RecordWish wish) {
    stream(key).wish(wish);
  }

  /**
   * Subscribes a viewer that can play no G.711; see {@link #watch(StreamKey, Runnable, long,
   * boolean)}.
   */
  public LiveSubscription watch(StreamKey key, Runnable ready, long maxBytes) {
    return watch(key, ready, maxBytes, false);
  }

  /**
   * Subscribes a viewer. The current group of pictures is delivered at once when the stream already
   * flows.
   *
   * @param ready called by an engine thread when the empty queue received a message; must not block
   * @param maxBytes bound of the queue; at least one key frame must fit, 4 MiB is a good value
   * @param telephone whether {@link LiveMessage.Audio} is wanted
   * @throws UnknownStreamException when it was not put
   */
  public LiveSubscription watch(StreamKey key, Runnable ready, long maxBytes, boolean telephone) {
    CameraStream stream = stream(key);
    Viewer viewer =
        new Viewer(
            ready, maxBytes, telephone, gone -> stream.loop().execute(() -> stream.remove(gone)));
    stream.loop().execute(() -> stream.add(viewer));
    return viewer;
  }

  /**
   * The newest key frame: at once when the stream flows, else the stream is pulled until one
   * arrives. Completes exceptionally with {@link StreamFaultException} when none arrives within the
   * patience.
   *
   * @throws UnknownStreamException when it was not put
   */
  public CompletableFuture<KeyFrame> keyFrame(StreamKey key, Duration patience) {
    CameraStream stream = stream(key);
    CompletableFuture<KeyFrame> future = new CompletableFuture<>();
    stream.loop().execute(() -> stream.await(future, patience));
    return future;
  }

  /** The state of a stream, null when it was not put. */
  public @Nullable StreamStatus status(StreamKey key) {
    CameraStream stream = streams.get(key);
    return stream == null ? null : stream.board().status();
  }

  /** The states of all streams. */
  public List<StreamStatus> statuses() {
    return streams.values().stream().map(stream -> stream.board().status()).toList();
  }

  private CameraStream stream(StreamKey key) {
    CameraStream stream = streams.get(key);
    if (stream == null) {
      throw new UnknownStreamException(key);
    }
    return stream;
  }

  private void tick(EventLoop loop) {
    for (CameraStream stream : streams.values()) {
      if (stream.loop() == loop) {
        stream.tick();
      }
    }
    loop.after(TICK, () -> tick(loop));
  }

  private static EventLoop newLoop(String name) {
    try {
      return new EventLoop(name);
    } catch (IOException failed) {
      throw new UncheckedIOException("no selector can be opened", failed);
    }
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  private static RandomGenerator shared(RandomGenerator random) {
    return () -> {
      synchronized (random) {
        return random.nextLong();
      }
    };
  }
}
