package org.lynceus.systemtests;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a condition of another process, asked again and again up to a deadline. */
final class Await {
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private Await() {}

  static void until(String what, int seconds, Callable<Boolean> condition)
      throws InterruptedException {
    value(what, seconds, () -> condition.call() ? true : null);
  }

  /** The first value that is not null; the last exception is the cause when there is none. */
  static <T> T value(String what, int seconds, Callable<T> source) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    Throwable last = null;
    do {
      try {
        T value = source.call();
        if (value != null) {
          return value;
        }
        last = null;
      } catch (Exception | AssertionError e) {
        last = e;
      }
      NEVER.await(200, TimeUnit.MILLISECONDS);
    } while (System.nanoTime() < deadline);
    throw new AssertionError("waited " + seconds + " s in vain for " + what, last);
  }
}
