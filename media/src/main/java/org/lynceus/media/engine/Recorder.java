package org.lynceus.media.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamKey;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.store.RecordingSink;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeState;
import org.lynceus.media.store.VolumeWriter;

/**
 * Hands one stream's groups of pictures to a volume's writer as wished, keeps the last seconds
 * while recording is off, and moves to another volume when one fails. Groups always reach the
 * writers in order of time: before a move, what the old writer has is taken back, and the group it
 * is writing just then is waited for. On its loop's thread.
 */
final class Recorder {
  private static final Fault TOO_SLOW =
      new Fault(
          FaultCode.VOLUME_OVERLOADED, "The volume is too slow for the streams recorded to it");
  private static final Fault ELSEWHERE =
      new Fault(
          FaultCode.VOLUME_GROUP_UNAVAILABLE,
          "No volume of the channel's group can be written; another one is used");

  /** Tries of a group at writers that fail before it is given up. */
  private static final int MOST_REFUSALS = 3;

  private final EngineContext context;
  private final EventLoop loop;
  private final RecordingLedger ledger;
  private final StatusBoard board;
  private final PreRecord held;
  private RecordWish wish = RecordWish.anywhere(false);

  /** Taken and not yet handed on, in order of time. */
  private final List<Gop> waiting = new ArrayList<>();

  private @Nullable Delivery delivery;
  private @Nullable Instant lastsUntil;

  /** End of the newest group that the present delivery took. */
  private Instant takenUntil = Instant.MIN;

  private long generation = -1;
  private boolean ended;

  /** How many deliveries in a row wrote nothing before a group came back. */
  private final AtomicInteger refusals = new AtomicInteger();

  /** Groups handed to one writer in a row, as that writer sees it. */
  private final class Delivery implements RecordingSink {
    private final VolumeWriter writer;

    /** Groups neither written nor back. */
    private final AtomicInteger under = new AtomicInteger();

    private volatile boolean over;
    private long overSince;

    Delivery(VolumeWriter writer) {
      this.writer = writer;
    }

    @Override
    public StreamKey key() {
      return ledger.key();
    }

    @Override
    public void written(Instant from, Instant to) {
      refusals.set(0);
      ledger.written(from, to);
      under.decrementAndGet();
      if (over) {
        loop.execute(Recorder.this::settle);
      }
    }

    @Override
    public boolean over() {
      return over;
    }

    @Override
    public void failed(Fault fault, Gop gop) {
      over = true;
      loop.execute(() -> returned(this, fault, gop));
    }

    private boolean offer(Gop gop) {
      under.incrementAndGet();
      boolean taken = writer.offer(this, gop);
      if (!taken) {
        under.decrementAndGet();
      }
      return taken;
    }

    /** Takes nothing more; whether nothing is being written any more or that lasts too long. */
    private boolean finish() {
      over = true;
      overSince = overSince == 0 ? System.nanoTime() : overSince;
      List<Gop> back = writer.takeBack(this);
      under.addAndGet(-back.size());
      back.forEach(Recorder.this::hold);
      return under.get() == 0
          || writer.volume().status().state() == VolumeState.STALLED
          || System.nanoTime() - overSince > context.options().stallLimit().toNanos();
    }
  }

  Recorder(EngineContext context, EventLoop loop, RecordingLedger ledger, StatusBoard board) {
    this.context = context;
    this.loop = loop;
    this.ledger = ledger;
    this.board = board;
    this.held = new PreRecord(context.pool(), context.options().mediaMemory() / 2);
  }

  RecordWish wish() {
    return wish;
  }

  /** Whether the camera must be connected for this. */
  boolean wantsMedia() {
    return wish.on() || !wish.preRecord().isZero();
  }

  void wish(RecordWish next) {
    boolean was = wish.on();
    wish = next;
    generation = -1;
    if (next.on() && !was) {
      lastsUntil = null;
      ledger.want(true);
      held.drain().forEach(this::write);
    } else if (!next.on()) {
      lastsUntil = was ? context.clock().instant() : lastsUntil;
      ledger.want(false);
      held.limit(next.preRecord());
    }
  }

  /** Forgets the wish; what is held is released, the open file is closed. */
  void stop() {
    wish(RecordWish.anywhere(false));
    lastsUntil = null;
    held.drain().forEach(Gop::release);
    end();
  }

  /** Takes a closed group and its ownership. The group in which recording was ended is whole. */
  void take(Gop gop) {
    Instant until = lastsUntil;
    if (wish.on()) {
      write(gop);
    } else if (until != null && from(gop).isBefore(until)) {
      write(gop);
    } else {
      lastsUntil = null;
      end();
      held.add(gop, wish.preRecord());
    }
  }

  /** Pictures are missing from a moment up to the next group that is taken. */
  void lost(Instant from, Fault reason) {
    ledger.lost(from, reason);
  }

  /** Closes the open file after all that was taken. */
  void end() {
    ended = true;
    settle();
  }

  private void write(Gop gop) {
    ended = false;
    waiting.add(gop);
    settle();
  }

  /** A group came back. It is too late for it when another delivery already took a later one. */
  private void returned(Delivery by, Fault fault, Gop gop) {
    by.under.decrementAndGet();
    if (by != delivery && from(gop).isBefore(takenUntil)) {
      drop(gop, fault);
    } else if (by == delivery && refusals.get() >= MOST_REFUSALS) {
      refusals.set(0);
      drop(gop, fault);
    } else {
      hold(gop);
    }
    settle();
  }

  /** Puts a group that came back at its place among those that wait. */
  private void hold(Gop gop) {
    int at = waiting.size();
    while (at > 0 && from(waiting.get(at - 1)).isAfter(from(gop))) {
      at--;
    }
    waiting.add(at, gop);
  }

  /** Hands on what waits, if nothing must be waited for, and closes the file if that is due. */
  private void settle() {
    while (!waiting.isEmpty() && route()) {
      Gop gop = waiting.remove(0);
      if (delivery == null) {
        drop(gop, context.volumes().fault(wish));
      } else if (delivery.offer(gop)) {
        takenUntil = to(gop);
      } else {
        drop(gop, TOO_SLOW);
      }
    }
    if (ended && waiting.isEmpty() && delivery != null) {
      finished(delivery);
      board.recordingWarning(null);
    }
  }

  /**
   * Stays with the present writer as long as it works and nothing changed, else goes to the best
   * one now; false while the old one still writes a group.
   */
  private boolean route() {
    Volumes volumes = context.volumes();
    Delivery old = delivery;
    boolean works = old != null && !old.over && old.writer.usable();
    if (works && generation == volumes.generation()) {
      return true;
    }
    Volume failed = old != null && old.over ? old.writer.volume() : null;
    long seen = volumes.generation();
    Volumes.Choice choice = volumes.choose(ledger.key(), wish, failed);
    if (old == null || old.over || choice.writer() != old.writer) {
      if (old != null && !old.finish()) {
        return false;
      }
      if (old != null) {
        refusals.addAndGet(failed == null ? 0 : 1);
        finished(old);
      }
      delivery = choice.writer() == null ? null : new Delivery(choice.writer());
    }
    generation = seen;
    board.recordingWarning(choice.elsewhere() ? ELSEWHERE : null);
    return true;
  }

  private void finished(Delivery old) {
    old.writer.end(old);
    delivery = null;
    takenUntil = Instant.MIN;
  }

  private void drop(Gop gop, Fault fault) {
    board.gopsDropped.incrementAndGet();
    ledger.interrupted(fault, to(gop));
    gop.release();
  }

  private static Instant from(Gop gop) {
    return gop.run().at(gop.start());
  }

  private static Instant to(Gop gop) {
    return gop.run().at(gop.end());
  }
}
