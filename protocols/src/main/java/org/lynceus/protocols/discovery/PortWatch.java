package org.lynceus.protocols.discovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.LimitedLog;

/**
 * Watches whether thousands of TCP ports take connections, all on one thread: each is connected to
 * once a second and let go at once, without a byte. A port counts as shut when two attempts, begun
 * 0.4 s apart so that one lost packet does not matter, had no success within 0.95 s; hence a change
 * is told within two seconds. Connections end with a reset, as load balancers' checks do, since two
 * thousand a second would otherwise leave 120,000 of them waiting for their end.
 */
public final class PortWatch<K> implements AutoCloseable {
  private static final long PERIOD = TimeUnit.SECONDS.toNanos(1);
  private static final long SECOND_ATTEMPT = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(950);
  private static final Logger LOG = System.getLogger(PortWatch.class.getName());

  /** Told of the first result and of each change, on the watching thread; must return at once. */
  public interface Listener<K> {
    void open(K key);

    void shut(K key, Fault why);
  }

  private final Listener<K> listener;
  private final RandomGenerator random;
  private final LimitedLog failures = new LimitedLog(LOG, System::nanoTime);
  private final Selector selector;
  private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
  private final Map<K, Target<K>> targets = new HashMap<>();
  private final TreeSet<Target<K>> byTime =
      new TreeSet<>(
          Comparator.<Target<K>>comparingLong(t -> t.due).thenComparingLong(t -> t.number));
  private long numbers;
  private volatile boolean closed;

  /** Starts watching; nothing yet. */
  public PortWatch(ThreadFactory threads, RandomGenerator random, Listener<K> listener) {
    this.listener = listener;
    this.random = random;
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.newThread(this::run).start();
  }

  /** Watches a port, from now on at this address; an unresolved one is shut. */
  public void watch(K key, InetSocketAddress address) {
    order(
        () -> {
          Target<K> known = targets.get(key);
          if (known != null && known.address.equals(address)) {
            return;
          }
          drop(key);
          Target<K> target = new Target<>(key, address, numbers++);
          targets.put(key, target);
          target.due = System.nanoTime() + random.nextLong(PERIOD);
          byTime.add(target);
        });
  }

  public void forget(K key) {
    order(() -> drop(key));
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }

  private void order(Runnable order) {
    orders.add(order);
    selector.wakeup();
  }

  private void drop(K key) {
    Target<K> target = targets.remove(key);
    if (target != null) {
      byTime.remove(target);
      target.letGo();
    }
  }

  private void run() {
    try (selector) {
      while (!closed) {
        try {
          round();
        } catch (IOException | RuntimeException e) {
          failures.log(Level.WARNING, "Watching ports failed; it goes on", e);
        }
      }
      targets.values().forEach(Target::letGo);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "A selector failed to close", e);
    }
  }

  private void round() throws IOException {
    selector.select(this::connected, untilNext(System.nanoTime()));
    for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
      order.run();
    }
    long now = System.nanoTime();
    while (!byTime.isEmpty() && byTime.first().due <= now) {
      advance(byTime.first(), now);
    }
  }

  private long untilNext(long now) {
    return byTime.isEmpty()
        ? 1_000
        : Math.max(1, TimeUnit.NANOSECONDS.toMillis(byTime.first().due - now) + 1);
  }

  private void advance(Target<K> target, long now) {
    switch (target.attempts) {
      case 0 -> {
        target.began = now;
        attempt(target, now + SECOND_ATTEMPT);
      }
      case 1 -> attempt(target, target.began + PATIENCE);
      default -> ended(target, target.failure == null ? silence() : target.failure);
    }
  }

  private void attempt(Target<K> target, long next) {
    target.attempts++;
    if (target.address.isUnresolved()) {
      target.failure =
          new Fault(FaultCode.UNREACHABLE, "The host name is not known to this network.");
    } else {
      try {
        begin(target);
      } catch (IOException noRoute) {
        target.failure = fault(target, noRoute);
      }
    }
    if (target.succeeded) {
      ended(target, null);
    } else {
      due(target, next);
    }
  }

  private void begin(Target<K> target) throws IOException {
    SocketChannel channel = SocketChannel.open();
    target.channels[target.attempts - 1] = channel;
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    channel.configureBlocking(false);
    target.succeeded = channel.connect(target.address);
    if (!target.succeeded) {
      channel.register(selector, SelectionKey.OP_CONNECT, target);
    }
  }

  private void connected(SelectionKey key) {
    if (!key.isValid()) {
      return;
    }
    @SuppressWarnings("unchecked")
    Target<K> target = (Target<K>) key.attachment();
    key.cancel();
    try {
      ((SocketChannel) key.channel()).finishConnect();
      ended(target, null);
    } catch (IOException e) {
      target.failure = fault(target, e);
      if (target.attempts == 2) {
        ended(target, target.failure);
      }
    }
  }

  /** The result of a check: null when a connection stood. */
  private void ended(Target<K> target, @Nullable Fault fault) {
    if (target.attempts == 0) {
      return;
    }
    target.letGo();
    target.attempts = 0;
    target.failure = null;
    target.succeeded = false;
    due(target, Math.max(target.began + PERIOD, System.nanoTime()));
    Boolean before = target.open;
    target.open = fault == null;
    if (!target.open.equals(before)) {
      if (fault == null) {
        listener.open(target.key);
      } else {
        listener.shut(target.key, fault);
      }
    }
  }

  private void due(Target<K> target, long at) {
    byTime.remove(target);
    target.due = at;
    byTime.add(target);
  }

  private static Fault silence() {
    return new Fault(
        FaultCode.UNREACHABLE, "The host does not answer; check the address and the network.");
  }

  private static Fault fault(Target<?> target, IOException failure) {
    return failure instanceof ConnectException
            && String.valueOf(failure.getMessage()).contains("refused")
        ? new Fault(
            FaultCode.REFUSED,
            "The host answers, but nothing listens on port " + target.address.getPort() + ".")
        : silence();
  }

  /** A port and the check under way. */
  private static final class Target<K> {
    final K key;
    final InetSocketAddress address;
    final long number;
    final @Nullable SocketChannel[] channels = new SocketChannel[2];
    long due;
    long began;
    int attempts;
    boolean succeeded;
    @Nullable Fault failure;
    @Nullable Boolean open;

    Target(K key, InetSocketAddress address, long number) {
      this.key = key;
      this.address = address;
      this.number = number;
    }

    void letGo() {
      for (int i = 0; i < channels.length; i++) {
        SocketChannel channel = channels[i];
        channels[i] = null;
        if (channel != null) {
          try {
            channel.close();
          } catch (IOException alreadyGone) {
            LOG.log(Level.TRACE, "A connection was gone before it was closed", alreadyGone);
          }
        }
      }
    }
  }
}
