package org.lynceus.media.engine;

import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.store.VolumeWriter;

/**
 * Hands one stream's groups of pictures to a volume's writer while recording is wanted. On its
 * loop's thread.
 */
final class Recorder {
  private final Volumes volumes;
  private final RecordingLedger ledger;
  private final StatusBoard board;
  private boolean on;
  private @Nullable VolumeWriter writer;

  Recorder(Volumes volumes, RecordingLedger ledger, StatusBoard board) {
    this.volumes = volumes;
    this.ledger = ledger;
    this.board = board;
  }

  boolean on() {
    return on;
  }

  void switchTo(boolean wanted) {
    on = wanted;
    ledger.want(wanted);
    if (!wanted) {
      end();
    }
  }

  /** Takes a closed group and its ownership. */
  void take(Gop gop) {
    if (!on) {
      gop.release();
      return;
    }
    VolumeWriter next = route();
    if (next == null) {
      drop(gop, volumes.fault());
    } else if (!next.offer(ledger, gop)) {
      drop(
          gop,
          new Fault(
              FaultCode.VOLUME_FAILED, "The volume is too slow for the streams recorded to it"));
    }
  }

  /** Closes the open file. */
  void end() {
    if (writer != null) {
      writer.end(ledger);
      writer = null;
    }
  }

  private @Nullable VolumeWriter route() {
    if (writer != null && writer.volume().fault() == null) {
      return writer;
    }
    end();
    writer = volumes.choose(ledger.key());
    return writer;
  }

  private void drop(Gop gop, Fault fault) {
    board.gopsDropped.incrementAndGet();
    ledger.interrupted(fault, gop.run().at(gop.end()));
    gop.release();
  }
}
