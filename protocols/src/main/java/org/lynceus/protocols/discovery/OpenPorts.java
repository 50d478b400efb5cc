package org.lynceus.protocols.discovery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Tries TCP connections to many addresses on one thread, a bounded number at once, each for a
 * bounded time. Every connection is closed as soon as it stands.
 */
final class OpenPorts {
  private static final int AT_ONCE = 640;

  private final Duration patience;
  private final BooleanSupplier goOn;
  private final BiConsumer<InetSocketAddress, Boolean> result;
  private final Deque<Attempt> running = new ArrayDeque<>();

  /** One attempt; they end in the order they began, at the latest. */
  private record Attempt(SocketChannel channel, InetSocketAddress target, long deadline) {}

  /**
   * A check.
   *
   * @param goOn asked several times a second; false ends the check
   * @param result called once per address on the checking thread: whether it took the connection
   */
  OpenPorts(
      Duration patience, BooleanSupplier goOn, BiConsumer<InetSocketAddress, Boolean> result) {
    this.patience = patience;
    this.goOn = goOn;
    this.result = result;
  }

  void check(List<InetSocketAddress> targets) throws IOException {
    Iterator<InetSocketAddress> waiting = targets.iterator();
    try (Selector selector = Selector.open()) {
      try {
        while (goOn.getAsBoolean() && (waiting.hasNext() || !running.isEmpty())) {
          while (waiting.hasNext() && running.size() < AT_ONCE) {
            begin(selector, waiting.next());
          }
          selector.select(20);
          selector.selectedKeys().forEach(OpenPorts::finish);
          selector.selectedKeys().clear();
          sweep();
        }
      } finally {
        for (Attempt attempt : running) {
          attempt.channel.close();
        }
      }
    }
  }

  private void begin(Selector selector, InetSocketAddress target) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.configureBlocking(false);
      boolean connected = channel.connect(target);
      if (!connected) {
        channel.register(selector, SelectionKey.OP_CONNECT);
      }
      running.add(new Attempt(channel, target, System.nanoTime() + patience.toNanos()));
    } catch (IOException noRoute) {
      channel.close();
      result.accept(target, false);
    }
  }

  private static void finish(SelectionKey key) {
    SocketChannel channel = (SocketChannel) key.channel();
    try {
      channel.finishConnect();
      key.cancel();
    } catch (IOException refused) {
      key.cancel();
      close(channel);
    }
  }

  private void sweep() {
    for (Iterator<Attempt> each = running.iterator(); each.hasNext(); ) {
      Attempt attempt = each.next();
      boolean connected = attempt.channel.isConnected();
      if (connected || !attempt.channel.isOpen() || System.nanoTime() - attempt.deadline > 0) {
        each.remove();
        close(attempt.channel);
        result.accept(attempt.target, connected);
      }
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // Nothing is lost: nothing was sent.
    }
  }
}
