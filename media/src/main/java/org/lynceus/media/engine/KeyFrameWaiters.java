package org.lynceus.media.engine;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lynceus.media.Fault;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.h264.KeyFrame;

/**
 * Those who wait for a stream's next key frame. On its loop's thread; answers are given on another.
 */
final class KeyFrameWaiters {
  private final Resolver threads;
  private final Clock clock;
  private final List<Waiter> waiting = new ArrayList<>();

  /** One who waits. */
  final class Waiter {
    private final CompletableFuture<KeyFrame> future;

    Waiter(CompletableFuture<KeyFrame> future) {
      this.future = future;
    }

    void fail(Fault fault) {
      threads.run(() -> future.completeExceptionally(new StreamFaultException(fault)));
    }
  }

  KeyFrameWaiters(Resolver threads, Clock clock) {
    this.threads = threads;
    this.clock = clock;
  }

  boolean any() {
    return !waiting.isEmpty();
  }

  void add(Waiter waiter) {
    waiting.add(waiter);
  }

  void remove(Waiter waiter, Fault fault) {
    if (waiting.remove(waiter)) {
      waiter.fail(fault);
    }
  }

  void fail(Fault fault) {
    waiting.forEach(waiter -> waiter.fail(fault));
    waiting.clear();
  }

  /** A group with its key frame is under way. */
  void arrived(Gop gop) {
    if (waiting.isEmpty()) {
      return;
    }
    byte[] unit = new byte[gop.videoSamples().size(0)];
    gop.video().copy(0, unit.length, unit, 0);
    KeyFrame frame =
        new KeyFrame(
            gop.run().video().codec(),
            gop.run().video().record(),
            ByteBuffer.wrap(unit).asReadOnlyBuffer(),
            clock.instant());
    for (Waiter waiter : waiting) {
      threads.run(() -> waiter.future.complete(frame));
    }
    waiting.clear();
  }
}
