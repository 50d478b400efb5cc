package org.lynceus.media.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.LimitedLog;

/**
 * One network thread with its selector, its timers and the one buffer all its connections read
 * into. Whatever runs here must not block.
 */
final class EventLoop {
  private static final System.Logger LOG = System.getLogger(EventLoop.class.getName());
  private static final LimitedLog FAILURES = new LimitedLog(LOG, System::nanoTime);
  private static final int BUFFER = 512 << 10;
  private static final long LONGEST_SLEEP_MILLIS = 1000;

  /** A connection whose channel is registered here. */
  interface Handler {
    /** The channel can be connected, read or written. */
    void ready(SelectionKey key) throws IOException;

    /** {@link #ready} failed. */
    void broken(Exception error);
  }

  /** A call in the future. */
  static final class Timer {
    private final long due;
    private @Nullable Runnable action;

    private Timer(long due, Runnable action) {
      this.due = due;
      this.action = action;
    }

    /** Makes the timer never call; only on the loop's thread. */
    void cancel() {
      action = null;
    }
  }

  private final Selector selector;
  private final Thread thread;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong((Timer timer) -> timer.due));
  private volatile boolean closed;

  EventLoop(String name) throws IOException {
    selector = Selector.open();
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Runs a task on the loop's thread. */
  void execute(Runnable task) {
    tasks.add(task);
    if (Thread.currentThread() != thread) {
      selector.wakeup();
    }
  }

  /** Calls after a time; only on the loop's thread. */
  Timer after(Duration wait, Runnable action) {
    Timer timer = new Timer(System.nanoTime() + wait.toNanos(), action);
    timers.add(timer);
    return timer;
  }

  /** The buffer to read into; its content is lost when the call on the loop returns. */
  ByteBuffer buffer() {
    return buffer.clear();
  }

  SelectionKey register(SelectableChannel channel, int operations, Handler handler)
      throws IOException {
    return channel.register(selector, operations, handler);
  }

  /** Ends the thread after the tasks that wait. */
  void close(Duration patience) {
    closed = true;
    selector.wakeup();
    try {
      thread.join(Math.max(1, patience.toMillis()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed || !tasks.isEmpty()) {
      try {
        selector.select(this::dispatch, sleepMillis());
      } catch (IOException failed) {
        FAILURES.log(System.Logger.Level.ERROR, "The selector failed", failed);
      }
      runTasks();
      runTimers();
    }
    try {
      selector.close();
    } catch (IOException failed) {
      LOG.log(System.Logger.Level.WARNING, "The selector did not close", failed);
    }
  }

  private void dispatch(SelectionKey key) {
    Handler handler = (Handler) key.attachment();
    try {
      handler.ready(key);
    } catch (IOException failed) {
      handler.broken(failed);
    } catch (RuntimeException bug) {
      FAILURES.log(System.Logger.Level.ERROR, "A connection failed by a bug", bug);
      handler.broken(bug);
    }
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      guarded(task);
    }
  }

  private void runTimers() {
    long now = System.nanoTime();
    while (!timers.isEmpty() && timers.peek().due - now <= 0) {
      Runnable action = timers.remove().action;
      if (action != null) {
        guarded(action);
      }
    }
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException bug) {
      FAILURES.log(System.Logger.Level.ERROR, "A task of a network thread failed by a bug", bug);
    }
  }

  private long sleepMillis() {
    if (closed || !tasks.isEmpty()) {
      return 1;
    }
    Timer next = timers.peek();
    if (next == null) {
      return LONGEST_SLEEP_MILLIS;
    }
    long millis = (next.due - System.nanoTime() + 999_999) / 1_000_000;
    return Math.max(1, Math.min(LONGEST_SLEEP_MILLIS, millis));
  }
}
