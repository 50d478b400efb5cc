package org.lynceus.media.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamKey;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.store.RecordingSink;
import org.lynceus.media.store.VolumeWriter;

/**
 * Hands one stream's groups of pictures to a volume's writer as wished, keeps the last seconds
 * while recording is off, and moves to another volume when one fails. Groups always reach the
 * writers in order of time. On its loop's thread, except for the sink's methods, which writer
 * threads call.
 */
final class Recorder implements RecordingSink {
  private static final Fault TOO_SLOW =
      new Fault(
          FaultCode.VOLUME_OVERLOADED, "The volume is too slow for the streams recorded to it");
  private static final Fault ELSEWHERE =
      new Fault(
          FaultCode.VOLUME_GROUP_UNAVAILABLE,
          "No volume of the channel's group can be written; another one is used");

  private final EngineContext context;
  private final EventLoop loop;
  private final RecordingLedger ledger;
  private final StatusBoard board;
  private final PreRecord held;
  private RecordWish wish = RecordWish.anywhere(false);
  private @Nullable VolumeWriter writer;
  private @Nullable Instant lastsUntil;

  /** End of the newest group that the present writer took. */
  private Instant takenUntil = Instant.MIN;

  private long generation = -1;

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

  /** Closes the open file. */
  void end() {
    if (writer != null) {
      writer.end(this);
      writer = null;
      board.recordingWarning(null);
    }
  }

  @Override
  public StreamKey key() {
    return ledger.key();
  }

  @Override
  public void written(Instant from, Instant to) {
    ledger.written(from, to);
  }

  @Override
  public void failed(Fault fault, Gop gop) {
    loop.execute(() -> again(fault, gop));
  }

  /** Tries another volume, unless that already has a later group: then it is too late. */
  private void again(Fault fault, Gop gop) {
    VolumeWriter other = route();
    if (other == null || from(gop).isBefore(takenUntil) || !other.offer(this, gop)) {
      drop(gop, fault);
    } else {
      takenUntil = to(gop);
    }
  }

  private void write(Gop gop) {
    VolumeWriter next = route();
    if (next == null) {
      drop(gop, context.volumes().fault(wish));
    } else if (next.offer(this, gop)) {
      takenUntil = to(gop);
    } else {
      drop(gop, TOO_SLOW);
    }
  }

  /** The present writer as long as it works and nothing changed, else the best one now. */
  private @Nullable VolumeWriter route() {
    Volumes volumes = context.volumes();
    VolumeWriter now = writer;
    if (now != null && now.usable() && generation == volumes.generation()) {
      return now;
    }
    generation = volumes.generation();
    Volumes.Choice choice = volumes.choose(key(), wish);
    if (choice.writer() != now) {
      List<Gop> back = now == null ? List.of() : now.takeBack(this);
      if (now != null) {
        now.end(this);
      }
      writer = choice.writer();
      takenUntil = Instant.MIN;
      back.forEach(this::write);
    }
    board.recordingWarning(choice.elsewhere() ? ELSEWHERE : null);
    return writer;
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
