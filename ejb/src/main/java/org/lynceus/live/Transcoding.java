package org.lynceus.live;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.MalformedException;
import org.lynceus.media.engine.LiveMessage;
import org.lynceus.media.engine.LiveSubscription;
import org.lynceus.media.engine.StreamState;

/**
 * One live stream as H.264 for all who ask for it. Two threads: one feeds the helper what the
 * camera sends, the other takes what it makes to the viewers; H.264 goes past it. A helper that
 * ends or stalls is started again at the next initialisation. Ends when {@link #check} finds it
 * without viewers for a while, or its helper failing again and again.
 */
final class Transcoding {
  /** Starts the helper. */
  interface Converter {
    Process start() throws IOException;
  }

  private static final Logger LOG = System.getLogger(Transcoding.class.getName());
  static final Duration LINGER = Duration.ofSeconds(10);
  static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int MOST_FAILURES = 3;
  private static final Fault CANNOT =
      new Fault(FaultCode.UNSUPPORTED_CODEC, "The ffmpeg helper cannot convert this stream.");

  private final Converter helper;
  private final Clock clock;
  private final ThreadFactory threads;
  private final Set<TranscodedViewer> viewers = new LinkedHashSet<>();
  private final List<LiveMessage> sinceKey = new ArrayList<>();
  private final Semaphore more = new Semaphore(1);
  private final LiveSubscription source;
  private boolean ended;
  private int failures;
  private LiveMessage.@Nullable State state;
  private LiveMessage.@Nullable Init init;
  private @Nullable Instant aloneSince;
  private @Nullable Process process;
  private @Nullable Instant unansweredSince;

  Transcoding(
      Function<Runnable, LiveSubscription> source,
      Converter helper,
      Clock clock,
      ThreadFactory threads) {
    this.helper = helper;
    this.clock = clock;
    this.threads = threads;
    this.aloneSince = clock.instant();
    this.source = source.apply(more::release);
    threads.newThread(this::feed).start();
  }

  /** A new viewer, who begins with the group of pictures under way; null when it has ended. */
  synchronized @Nullable LiveSubscription join(Runnable ready) {
    if (ended) {
      return null;
    }
    TranscodedViewer viewer = new TranscodedViewer(ready, this::left);
    viewers.add(viewer);
    aloneSince = null;
    if (state != null) {
      viewer.offer(state);
    }
    if (init != null) {
      viewer.offer(copy(init));
    }
    sinceKey.forEach(viewer::offer);
    return viewer;
  }

  /** Ends what nobody watches, kills a helper that makes nothing; false when it has ended. */
  synchronized boolean check() {
    Instant now = clock.instant();
    if (failures >= MOST_FAILURES) {
      publish(new LiveMessage.State(StreamState.OFFLINE, CANNOT));
      stop();
    }
    if (aloneSince != null && aloneSince.plus(LINGER).isBefore(now)) {
      stop();
    }
    Process running = process;
    Instant asked = unansweredSince;
    if (running != null && asked != null && asked.plus(PATIENCE).isBefore(now)) {
      LOG.log(Level.WARNING, "The ffmpeg helper makes nothing of a live stream; it is killed");
      failures++;
      running.destroyForcibly();
      process = null;
    }
    return !ended;
  }

  /** Ends it for all. */
  synchronized void stop() {
    ended = true;
    endProcess();
    more.release();
  }

  private synchronized void left(TranscodedViewer viewer) {
    if (viewers.remove(viewer) && viewers.isEmpty()) {
      aloneSince = clock.instant();
    }
  }

  /** The network thread only releases: it waits for nobody here. */
  private boolean awaitMore() throws InterruptedException {
    more.acquire();
    more.drainPermits();
    return !isEnded();
  }

  private void feed() {
    try (source) {
      Feed feed = new Feed();
      while (awaitMore()) {
        for (LiveMessage next = source.poll(); next != null && !isEnded(); next = source.poll()) {
          feed.take(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stop();
    }
  }

  private synchronized boolean isEnded() {
    return ended;
  }

  /** The way into the helper; used by the feeding thread only. */
  private final class Feed {
    private LiveMessage.@Nullable Init newest;
    private @Nullable WritableByteChannel into;
    private boolean past;

    void take(LiveMessage message) {
      if (message instanceof LiveMessage.Init start) {
        newest = start;
        past = start.mime().contains("avc1");
        close();
        if (past) {
          publish(start);
        }
      } else if (message instanceof LiveMessage.Fragment fragment) {
        if (past) {
          publish(fragment);
        } else {
          write(fragment);
        }
      } else if (!(message instanceof LiveMessage.Audio)) {
        publish(message);
      }
    }

    /** Begins with a key frame, in a helper of its own after each initialisation or failure. */
    private void write(LiveMessage.Fragment fragment) {
      LiveMessage.Init start = newest;
      if (into != null && !isRunning()) {
        close();
      }
      if (start == null || into == null && !fragment.key()) {
        return;
      }
      try {
        WritableByteChannel out = into == null ? begin(start) : into;
        into = out;
        asked();
        writeAll(out, fragment.bytes());
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "The ffmpeg helper takes no more", e);
        close();
      }
    }

    private WritableByteChannel begin(LiveMessage.Init start) throws IOException {
      Process begun = began();
      OutputStream stdin = begun.getOutputStream();
      WritableByteChannel out = Channels.newChannel(stdin);
      writeAll(out, start.bytes().duplicate());
      return out;
    }

    private void close() {
      into = null;
      endProcess();
    }
  }

  private static void writeAll(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private synchronized void asked() {
    unansweredSince = unansweredSince == null ? clock.instant() : unansweredSince;
  }

  private synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  private synchronized Process began() throws IOException {
    if (ended) {
      throw new IOException("ended");
    }
    try {
      Process begun = helper.start();
      process = begun;
      unansweredSince = clock.instant();
      threads.newThread(() -> drain(begun)).start();
      return begun;
    } catch (IOException e) {
      failures++;
      throw e;
    }
  }

  private synchronized void endProcess() {
    if (process != null) {
      process.destroyForcibly();
      process = null;
    }
  }

  private void drain(Process from) {
    try (var out = from.getInputStream()) {
      Mp4Pieces pieces = new Mp4Pieces(out);
      for (LiveMessage piece = pieces.next(); piece != null; piece = pieces.next()) {
        made(from, piece);
      }
    } catch (IOException | MalformedException e) {
      LOG.log(Level.DEBUG, "The output of the ffmpeg helper ended", e);
    } finally {
      gone(from);
    }
  }

  private synchronized void made(Process by, LiveMessage piece) {
    if (process == by) {
      unansweredSince = null;
      if (piece instanceof LiveMessage.Fragment) {
        failures = 0;
      }
      publish(piece);
    }
  }

  private synchronized void gone(Process helperProcess) {
    helperProcess.destroyForcibly();
    if (process == helperProcess) {
      failures++;
      process = null;
    }
  }

  private synchronized void publish(LiveMessage message) {
    if (message instanceof LiveMessage.Init begun) {
      init = begun;
      sinceKey.clear();
      viewers.forEach(viewer -> viewer.offer(copy(begun)));
      return;
    }
    if (message instanceof LiveMessage.State now) {
      state = now;
    } else if (message instanceof LiveMessage.Fragment fragment) {
      if (fragment.key()) {
        sinceKey.clear();
      }
      sinceKey.add(message);
    }
    viewers.forEach(viewer -> viewer.offer(message));
  }

  private static LiveMessage.Init copy(LiveMessage.Init init) {
    return new LiveMessage.Init(init.mime(), init.width(), init.height(), init.bytes().duplicate());
  }
}
