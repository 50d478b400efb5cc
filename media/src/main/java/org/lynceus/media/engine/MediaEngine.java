package org.lynceus.media.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamSource;
import org.lynceus.media.h264.KeyFrame;
import org.lynceus.media.store.SegmentIndex;
import org.lynceus.media.store.Volume;

/**
 * Connects to cameras, records their streams to volumes and hands them to live viewers: one
 * connection per stream for all of these. Made, then started once, then closed once; every method
 * may be called by any thread and returns without waiting for a camera or a disk, except {@link
 * #close()}.
 */
public final class MediaEngine implements AutoCloseable {
  /**
   * Makes an engine that does nothing yet.
   *
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
    throw new UnsupportedOperationException();
  }

  /** Starts the network and writer threads. */
  public void start() {
    throw new UnsupportedOperationException();
  }

  /**
   * Stops every stream, closes the open files properly and ends the threads. Waits at most 10
   * seconds.
   */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  /** Adds a volume to record to. */
  public void addVolume(Volume volume) {
    throw new UnsupportedOperationException();
  }

  /**
   * Adds a stream or replaces its source. The same source again changes nothing; a changed address
   * or changed credentials connect again at once. Whether it is recorded and who watches it stay as
   * they are.
   */
  public void put(StreamSource source) {
    throw new UnsupportedOperationException();
  }

  /**
   * Forgets a stream: its open file is closed, its viewers see OFFLINE. Unknown keys are ignored.
   */
  public void remove(StreamKey key) {
    throw new UnsupportedOperationException();
  }

  /**
   * Switches the recording of a stream on or off.
   *
   * @throws UnknownStreamException when it was not put
   */
  public void record(StreamKey key, boolean on) {
    throw new UnsupportedOperationException();
  }

  /**
   * Subscribes a viewer. The current group of pictures is delivered at once when the stream already
   * flows.
   *
   * @param ready called (from an engine thread or the caller's) when the empty queue received a
   *     message; must not block
   * @param maxBytes bound of the queue; at least one key frame must fit, 4 MiB is a good value
   * @throws UnknownStreamException when it was not put
   */
  public LiveSubscription watch(StreamKey key, Runnable ready, long maxBytes) {
    throw new UnsupportedOperationException();
  }

  /**
   * The newest key frame: at once when the stream flows, else the stream is pulled until one
   * arrives. Completes exceptionally with {@link StreamFaultException} when none arrives within the
   * patience.
   *
   * @throws UnknownStreamException when it was not put
   */
  public CompletableFuture<KeyFrame> keyFrame(StreamKey key, Duration patience) {
    throw new UnsupportedOperationException();
  }

  /** The state of a stream, null when it was not put. */
  public @Nullable StreamStatus status(StreamKey key) {
    throw new UnsupportedOperationException();
  }

  /** The states of all streams. */
  public List<StreamStatus> statuses() {
    throw new UnsupportedOperationException();
  }
}
