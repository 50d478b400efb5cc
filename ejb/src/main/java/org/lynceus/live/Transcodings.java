package org.lynceus.live;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKey;
import org.lynceus.media.engine.LiveSubscription;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Live streams as H.264 for browsers without H.265: one transcoding per stream for all its viewers,
 * started by the first, at most {@value #MOST} at once on a node.
 */
@ApplicationScoped
public class Transcodings {
  private static final int MOST = 4;

  @Inject private Streams streams;
  @Inject private Ffmpeg ffmpeg;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService scheduler;
  private final Map<StreamKey, Transcoding> running = new HashMap<>();
  private @Nullable ScheduledFuture<?> checks;

  @PostConstruct
  void start() {
    checks = scheduler.scheduleAtFixedRate(this::check, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  synchronized void stop() {
    if (checks != null) {
      checks.cancel(false);
    }
    running.values().forEach(Transcoding::stop);
    running.clear();
  }

  /**
   * Subscribes a viewer to the stream as H.264; one that is H.264 is not touched.
   *
   * @throws DomainException with the reason {@code no-helper} or {@code helper-busy}
   */
  public LiveSubscription watch(StreamKey key, Runnable ready) {
    StreamStatus status = streams.status(key);
    if (status != null
        && status.description() != null
        && status.description().codec().equals("H264")) {
      return streams.watch(key.channel(), key.kind(), ready);
    }
    return join(key, ready);
  }

  private synchronized LiveSubscription join(StreamKey key, Runnable ready) {
    Transcoding known = running.get(key);
    LiveSubscription joined = known == null ? null : known.join(ready);
    if (joined != null) {
      return joined;
    }
    running.remove(key);
    if (!ffmpeg.transcodes()) {
      throw refused("no-helper", "H.265 is converted by the ffmpeg helper: " + ffmpeg.detail());
    }
    if (running.size() >= MOST) {
      throw refused("helper-busy", "The ffmpeg helper converts " + MOST + " streams already.");
    }
    Transcoding begun =
        new Transcoding(
            wake -> streams.watch(key.channel(), key.kind(), wake), ffmpeg::live, clock, threads);
    running.put(key, begun);
    LiveSubscription first = begun.join(ready);
    if (first == null) {
      throw refused("no-helper", "The ffmpeg helper could not be started.");
    }
    return first;
  }

  private synchronized void check() {
    running.values().removeIf(transcoding -> !transcoding.check());
  }

  private static DomainException refused(String code, String text) {
    return new DomainException(ProblemType.UNAVAILABLE, text, new Reason(code, text), List.of());
  }
}
