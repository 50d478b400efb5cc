package org.lynceus.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryingQueueTest {
  private static RetryingQueue<Integer, String> queue(int bound, RetryingQueue.Sink<String> sink) {
    return new RetryingQueue<>("test", bound, sink, new Random(1), Thread::new);
  }

  private static List<String> take(BlockingQueue<String> from, int count)
      throws InterruptedException {
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(from.poll(10, TimeUnit.SECONDS));
    }
    return taken;
  }

  @Test
  void handsOverInOrder() throws Exception {
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    try (var queue = queue(10, got::addAll)) {
      queue.put(1, "a");
      queue.put(2, "b");
      queue.put(3, "c");
      assertThat(take(got, 3)).containsExactly("a", "b", "c");
    }
  }

  @Test
  void keepsWhatTheSinkRefusedAndTriesAgain() throws Exception {
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    AtomicInteger tries = new AtomicInteger();
    try (var queue =
        queue(
            10,
            batch -> {
              if (tries.incrementAndGet() <= 2) {
                throw new IllegalStateException("away");
              }
              got.addAll(batch);
            })) {
      queue.put(1, "a");
      assertThat(take(got, 1)).containsExactly("a");
      assertThat(tries).hasValue(3);
    }
  }

  @Test
  void aNewerValueReplacesTheWaitingOneOfItsKey() throws Exception {
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (var queue =
        queue(
            10,
            batch -> {
              busy.countDown();
              awaitQuietly(go);
              got.addAll(batch);
            })) {
      queue.put(0, "first");
      assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
      queue.put(1, "old");
      queue.put(2, "other");
      queue.put(1, "new");
      go.countDown();
      assertThat(take(got, 3)).containsExactly("first", "new", "other");
    }
  }

  @Test
  void aValuePutDuringAFailedHandOverIsNotOverwrittenByTheOlderOne() throws Exception {
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger tries = new AtomicInteger();
    try (var queue =
        queue(
            10,
            batch -> {
              if (tries.incrementAndGet() == 1) {
                busy.countDown();
                awaitQuietly(go);
                throw new IllegalStateException("away");
              }
              got.addAll(batch);
            })) {
      queue.put(1, "old");
      assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
      queue.put(1, "new");
      go.countDown();
      assertThat(take(got, 1)).containsExactly("new");
    }
  }

  @Test
  void theBoundLeavesOutTheOldestAndCounts() throws Exception {
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (var queue =
        queue(
            2,
            batch -> {
              busy.countDown();
              awaitQuietly(go);
              got.addAll(batch);
            })) {
      queue.put(0, "first");
      assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
      queue.put(1, "a");
      queue.put(2, "b");
      queue.put(3, "c");
      assertThat(queue.leftOut()).isEqualTo(1);
      go.countDown();
      assertThat(take(got, 3)).containsExactly("first", "b", "c");
    }
  }

  @Test
  void closingHandsOverWhatWaits() {
    List<String> got = new ArrayList<>();
    var queue = queue(10, got::addAll);
    for (int i = 0; i < 10; i++) {
      queue.put(i, "v" + i);
    }
    queue.close();
    assertThat(got).hasSize(10);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
