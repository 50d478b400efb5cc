package org.lynceus.media.live;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKey;
import org.lynceus.media.engine.MediaEngine;
import org.lynceus.media.engine.UnknownStreamException;

/**
 * Low-latency HLS of live streams. A stream is pulled and kept, as a window of a few segments, from
 * the first question on until nobody asked for a while. Any thread may ask; nobody waits: what is
 * not there yet is a future, completed with null when it does not come in time.
 */
public final class LiveHls implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_STREAMS = 64;

  private final MediaEngine engine;
  private final Clock clock;
  private final Duration idle;
  private final Map<StreamKey, LiveStream> streams = new ConcurrentHashMap<>();
  private final ScheduledExecutorService worker;

  /** With the usual half minute after which an unwatched stream is dropped. */
  public LiveHls(MediaEngine engine, Clock clock) {
    this(engine, clock, Duration.ofSeconds(30));
  }

  /** With another time without a question after which a stream is dropped. */
  public LiveHls(MediaEngine engine, Clock clock, Duration idle) {
    this.engine = engine;
    this.clock = clock;
    this.idle = idle;
    this.worker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "lynceus-hls");
              thread.setDaemon(true);
              return thread;
            });
    long period = Math.max(1, idle.toMillis() / 4);
    worker.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
  }

  /**
   * The playlist, at once or, when the player names a segment ({@code _HLS_msn}) and perhaps a part
   * ({@code _HLS_part}), as soon as that is in it.
   *
   * @param sequence -1 for the present playlist
   * @param part -1 for the whole segment
   * @return null when nothing came in time, or the number is too far ahead (answer 400 then)
   * @throws UnknownStreamException when the stream was not put into the engine
   */
  public CompletableFuture<@Nullable String> playlist(StreamKey key, long sequence, int part) {
    return stream(key).playlist(sequence, part, PATIENCE);
  }

  /** An initialisation segment that a playlist names, null when it is gone. */
  public byte @Nullable [] init(StreamKey key, int number) {
    LiveStream stream = streams.get(key);
    return stream == null ? null : stream.init(number);
  }

  /**
   * A segment, or with a part number that is not negative one of its parts; one that a playlist
   * announced is waited for. Null when it is gone.
   */
  public CompletableFuture<byte @Nullable []> media(StreamKey key, long sequence, int part) {
    LiveStream stream = streams.get(key);
    return stream == null
        ? CompletableFuture.completedFuture(null)
        : stream.media(sequence, part, PATIENCE);
  }

  /** How many streams are kept now. */
  public int streams() {
    return streams.size();
  }

  @Override
  public void close() {
    worker.shutdown();
    streams.values().forEach(LiveStream::close);
    streams.clear();
  }

  private LiveStream stream(StreamKey key) {
    LiveStream present = streams.get(key);
    if (present != null) {
      return present;
    }
    if (streams.size() >= MOST_STREAMS) {
      throw new IllegalStateException("too many live playlists");
    }
    return streams.computeIfAbsent(key, this::open);
  }

  private LiveStream open(StreamKey key) {
    LiveStream stream = new LiveStream(new LiveWindow(clock), worker);
    stream.start(ready -> engine.watch(key, ready, LiveStream.MOST_QUEUED));
    return stream;
  }

  private void sweep() {
    for (Map.Entry<StreamKey, LiveStream> entry : streams.entrySet()) {
      if (entry.getValue().idleFor(idle) && streams.remove(entry.getKey(), entry.getValue())) {
        entry.getValue().close();
      }
    }
  }
}
