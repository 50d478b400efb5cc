package org.lynceus.media.digest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of the files a volume's writers write. With few files, or where lanes are not worth
 * it, each writer calculates at once. Else a thread does so behind them: what was written waits
 * here until enough files have something for their lanes, at most two seconds or a bound of bytes;
 * beyond twice that bound writers wait. A file keeps the way it began with. The thread ends when
 * all its writers have left and all is calculated.
 */
public final class FileDigests {
  private static final System.Logger LOG = System.getLogger(FileDigests.class.getName());
  private static final long MOST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** With fewer open files nobody asks whether lanes are worth it. */
  private static final int SEVERAL = 4;

  private final long mostBytes;
  private final Supplier<@Nullable Lanes> choice;
  private final Thread thread;
  private @Nullable LaneHasher hasher;

  // Guarded by this.
  private List<Task> tasks = new ArrayList<>();
  private final Deque<Late> lates = new ArrayDeque<>();
  private final Set<FileHash> files = new HashSet<>();
  private final Set<FileHash> waiting = new HashSet<>();
  private @Nullable Lanes lanes;
  private int writers;
  private long waitingBytes;
  private long oldest;

  /** What is to be done for a file: bytes to take, or null and the end. */
  private record Task(
      FileHash file,
      List<ByteBuffer> parts,
      long bytes,
      Runnable done,
      @Nullable Consumer<@Nullable String> result) {}

  /** Calculates the digest of a file that is complete, in hex, by reading it. */
  @FunctionalInterface
  public interface Reading {
    String digest() throws IOException;
  }

  /** A complete file that must be read again. */
  private record Late(Reading reading, Consumer<@Nullable String> result) {}

  /** For so many writers, who leave some time; mostBytes wait before all is calculated. */
  public FileDigests(String name, int writers, long mostBytes) {
    this(name, writers, mostBytes, LaneChoice::lanes);
  }

  FileDigests(String name, int writers, long mostBytes, Supplier<@Nullable Lanes> choice) {
    this.writers = writers;
    this.mostBytes = mostBytes;
    this.choice = choice;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
    thread.start();
  }

  /** The digest of one file: bytes in their order, then the end. Used by one writer. */
  public final class Sum {
    private final Reading again;
    private final FileHash file;
    private boolean late;

    private Sum(Reading again, FileHash file) {
      this.again = again;
      this.file = file;
    }

    /**
     * Takes the file's next bytes, which must stay as they are until done is called, perhaps by the
     * digests' thread. Without a lane calculates at once.
     */
    public void add(List<ByteBuffer> parts, Runnable done) {
      if (file.alone()) {
        file.take(parts, done);
        return;
      }
      long bytes = parts.stream().mapToLong(ByteBuffer::remaining).sum();
      late = late || !queue(new Task(file, parts, bytes, done, null));
      if (late) {
        done.run();
      }
    }

    /**
     * Ends the file; its digest in hex is told, perhaps by the digests' thread, null if the file
     * had to be read again and cannot be.
     */
    public void end(Consumer<@Nullable String> result) {
      forget();
      if (file.alone()) {
        result.accept(file.result());
      } else if (late) {
        queue(new Late(again, result));
      } else {
        queue(new Task(file, List.of(), 0, () -> {}, result));
      }
    }

    /** No digest is wanted any more. */
    public void forget() {
      synchronized (FileDigests.this) {
        files.remove(file);
      }
    }
  }

  /** Begins a file. */
  public synchronized Sum begin(Reading again) {
    int open = files.size() + 1;
    if (lanes == null && open >= SEVERAL) {
      lanes = choice.get();
    }
    boolean many = lanes != null && open >= lanes.width() / 2;
    FileHash file = new FileHash(many ? null : Sha256.messageDigest());
    files.add(file);
    return new Sum(again, file);
  }

  /** A writer takes no more files and has ended all. */
  public synchronized void leave() {
    writers--;
    notifyAll();
  }

  /** Waits for the end of the thread. */
  public void join(Duration patience) throws InterruptedException {
    thread.join(Math.max(1, patience.toMillis()));
  }

  /** Takes a task; false when too much waits for it. */
  private synchronized boolean queue(Task task) {
    if (task.bytes > 0 && waitingBytes > 2 * mostBytes) {
      return false;
    }
    if (tasks.isEmpty()) {
      oldest = System.nanoTime();
    }
    tasks.add(task);
    waitingBytes += task.bytes;
    waiting.add(task.file);
    notifyAll();
    return true;
  }

  private synchronized void queue(Late file) {
    lates.add(file);
    notifyAll();
  }

  private void run() {
    while (!finished()) {
      List<Task> next = next();
      try {
        calculate(next);
        readAgain(nextLate());
      } catch (RuntimeException bug) {
        LOG.log(System.Logger.Level.ERROR, "The digests of some files failed by a bug", bug);
      } finally {
        done(next);
      }
    }
  }

  private synchronized boolean finished() {
    return writers == 0 && tasks.isEmpty() && lates.isEmpty();
  }

  /** What there is when it is worth while; nothing when the last writer has left. */
  private synchronized List<Task> next() {
    try {
      while (!due()) {
        long left = oldest + MOST_WAIT_NANOS - System.nanoTime();
        wait(tasks.isEmpty() ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
      }
    } catch (InterruptedException stopped) {
      LOG.log(System.Logger.Level.WARNING, "The thread of digests was interrupted");
    }
    List<Task> all = tasks;
    tasks = new ArrayList<>();
    waiting.clear();
    return all;
  }

  private boolean due() {
    if (writers == 0 || !lates.isEmpty()) {
      return true;
    }
    return !tasks.isEmpty() && worthWhile();
  }

  private boolean worthWhile() {
    return waitingBytes >= mostBytes
        || lanes != null && waiting.size() >= 2 * lanes.width()
        || System.nanoTime() - oldest >= MOST_WAIT_NANOS;
  }

  private void calculate(List<Task> all) {
    Set<FileHash> concerned = new HashSet<>();
    for (Task task : all) {
      concerned.add(task.file);
      task.file.take(task.parts, task.done);
      if (task.result != null) {
        task.file.end();
      }
    }
    LaneHasher hasher = hasher();
    if (hasher != null) {
      hasher.run(concerned);
      concerned.forEach(FileHash::settle);
    }
    for (Task task : all) {
      if (task.result != null) {
        task.result.accept(task.file.result());
      }
    }
  }

  private synchronized @Nullable Late nextLate() {
    return lates.poll();
  }

  private static void readAgain(@Nullable Late late) {
    if (late == null) {
      return;
    }
    String digest = null;
    try {
      digest = late.reading.digest();
    } catch (IOException failed) {
      LOG.log(
          System.Logger.Level.WARNING, "A file that had to be read again has no digest", failed);
    }
    late.result.accept(digest);
  }

  /** Null as long as no file was given a lane. */
  private synchronized @Nullable LaneHasher hasher() {
    if (hasher == null && lanes != null) {
      hasher = new LaneHasher(lanes);
    }
    return hasher;
  }

  private synchronized void done(List<Task> all) {
    waitingBytes -= all.stream().mapToLong(Task::bytes).sum();
  }
}
