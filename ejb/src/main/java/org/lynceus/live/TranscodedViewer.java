package org.lynceus.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.engine.LiveMessage;
import org.lynceus.media.engine.LiveSubscription;

/**
 * A viewer of a transcoded stream: a queue bounded in bytes. One that is too slow loses all that
 * waits and goes on at the next key frame.
 */
final class TranscodedViewer implements LiveSubscription {
  private static final int MOST_BYTES = 4 << 20;

  private final Runnable ready;
  private final Consumer<TranscodedViewer> onClose;
  private final Deque<LiveMessage> queue = new ArrayDeque<>();
  private int bytes;
  private int dropped;
  private boolean waitsForKey = true;
  private boolean closed;

  TranscodedViewer(Runnable ready, Consumer<TranscodedViewer> onClose) {
    this.ready = ready;
    this.onClose = onClose;
  }

  @Override
  public synchronized @Nullable LiveMessage poll() {
    LiveMessage message = queue.poll();
    if (message instanceof LiveMessage.Fragment fragment) {
      bytes -= fragment.bytes().remaining();
    }
    return message;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      queue.clear();
    }
    onClose.accept(this);
  }

  void offer(LiveMessage message) {
    if (add(message)) {
      ready.run();
    }
  }

  private synchronized boolean add(LiveMessage message) {
    if (closed) {
      return false;
    }
    if (message instanceof LiveMessage.Fragment fragment) {
      return addFragment(fragment);
    }
    waitsForKey |= message instanceof LiveMessage.Init;
    return append(message);
  }

  private boolean addFragment(LiveMessage.Fragment fragment) {
    int more = fragment.bytes().remaining();
    if (waitsForKey && !fragment.key()) {
      dropped++;
      return false;
    }
    if (bytes + more > MOST_BYTES) {
      dropped++;
      dropped += (int) queue.stream().filter(LiveMessage.Fragment.class::isInstance).count();
      queue.removeIf(LiveMessage.Fragment.class::isInstance);
      bytes = 0;
      waitsForKey = true;
      return false;
    }
    if (waitsForKey && dropped > 0) {
      append(new LiveMessage.Dropped(dropped));
    }
    dropped = 0;
    waitsForKey = false;
    bytes += more;
    return append(new LiveMessage.Fragment(fragment.bytes().duplicate(), fragment.key()));
  }

  private boolean append(LiveMessage message) {
    queue.add(message);
    return queue.size() == 1;
  }
}
