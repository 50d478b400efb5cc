package org.lynceus.media.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Resolves host names on threads of its own, because Java's name service blocks. */
final class Resolver {
  private static final int THREADS = 4;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "lynceus-names");
            thread.setDaemon(true);
            return thread;
          });

  /** Resolves and answers on the loop's thread: an address, or null when the name is unknown. */
  void resolve(String host, EventLoop loop, Consumer<@Nullable InetAddress> answer) {
    threads.execute(
        () -> {
          InetAddress found = lookUp(host);
          loop.execute(() -> answer.accept(found));
        });
  }

  /** Runs something that may call foreign code off the network threads. */
  void run(Runnable task) {
    threads.execute(task);
  }

  void close() {
    threads.shutdown();
  }

  private static @Nullable InetAddress lookUp(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (IOException unknown) {
      return null;
    }
  }
}
