package org.lynceus.media.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A live viewer's queue, filled by the network thread and emptied by whoever sends to the viewer.
 * When it overflows, frames are left out until a key frame fits; then what still waits is thrown
 * away, so that the viewer is live again.
 */
final class Viewer implements LiveSubscription {
  private static final int MOST_MESSAGES = 4096;

  private final Runnable ready;
  private final long maxBytes;
  private final boolean telephone;
  private final Consumer<Viewer> onClose;
  private final Deque<LiveMessage> queue = new ArrayDeque<>();
  private long queuedBytes;
  private int dropped;
  private boolean dropping;
  private boolean closed;

  /**
   * Makes a viewer.
   *
   * @param telephone whether G.711 is wanted
   * @param onClose called once
   */
  Viewer(Runnable ready, long maxBytes, boolean telephone, Consumer<Viewer> onClose) {
    this.ready = ready;
    this.telephone = telephone;
    this.maxBytes = maxBytes;
    this.onClose = onClose;
  }

  @Override
  public synchronized @Nullable LiveMessage poll() {
    LiveMessage message = queue.poll();
    if (message != null) {
      queuedBytes -= bytes(message);
    }
    return message;
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      queue.clear();
      queuedBytes = 0;
    }
    onClose.accept(this);
  }

  /** Adds a state or initialisation message. */
  void offer(LiveMessage message) {
    if (add(message)) {
      ready.run();
    }
  }

  /** Adds G.711 if it is wanted and there is room; what a slow viewer misses is not told. */
  void offer(LiveMessage.Audio audio) {
    if (telephone && addAudio(audio)) {
      ready.run();
    }
  }

  /** Adds a fragment if there is room, else counts it as dropped. */
  void offer(LiveMessage.Fragment fragment) {
    if (addFragment(fragment)) {
      ready.run();
    }
  }

  private synchronized boolean add(LiveMessage message) {
    if (closed) {
      return false;
    }
    boolean wasEmpty = queue.isEmpty();
    if (message instanceof LiveMessage.State && queue.peekLast() instanceof LiveMessage.State) {
      queue.removeLast();
    }
    if (message instanceof LiveMessage.Init && full(bytes(message))) {
      throwAway();
    }
    append(message);
    return wasEmpty;
  }

  private synchronized boolean addFragment(LiveMessage.Fragment fragment) {
    if (closed) {
      return false;
    }
    boolean wasEmpty = queue.isEmpty();
    if (dropping && fragment.key() && bytes(fragment) <= maxBytes) {
      throwAway();
      append(new LiveMessage.Dropped(dropped));
      dropped = 0;
      dropping = false;
    }
    if (dropping || full(bytes(fragment))) {
      dropping = true;
      dropped++;
      return false;
    }
    append(new LiveMessage.Fragment(fragment.bytes().duplicate(), fragment.key()));
    return wasEmpty;
  }

  private synchronized boolean addAudio(LiveMessage.Audio audio) {
    if (closed || dropping || full(bytes(audio))) {
      return false;
    }
    boolean wasEmpty = queue.isEmpty();
    append(audio.copy());
    return wasEmpty;
  }

  private boolean full(long more) {
    return queuedBytes + more > maxBytes || queue.size() >= MOST_MESSAGES;
  }

  private void append(LiveMessage message) {
    queue.add(message);
    queuedBytes += bytes(message);
  }

  /** Throws away what waits, but the newest initialisation segment and state. */
  private void throwAway() {
    LiveMessage init = null;
    LiveMessage state = null;
    for (LiveMessage waiting : queue) {
      dropped += waiting instanceof LiveMessage.Fragment ? 1 : 0;
      init = waiting instanceof LiveMessage.Init ? waiting : init;
      state = waiting instanceof LiveMessage.State ? waiting : state;
    }
    queue.clear();
    queuedBytes = 0;
    if (state != null) {
      append(state);
    }
    if (init != null) {
      append(init);
    }
  }

  private static long bytes(LiveMessage message) {
    if (message instanceof LiveMessage.Fragment fragment) {
      return fragment.bytes().remaining();
    }
    if (message instanceof LiveMessage.Audio audio) {
      return audio.bytes().remaining();
    }
    return message instanceof LiveMessage.Init init ? init.bytes().remaining() : 0;
  }
}
