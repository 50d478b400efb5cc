package org.lynceus.media.playback;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A planned export: the index in memory, the media still in the recordings' files. */
record JoinedExport(
    byte[] head,
    List<ExportTimeline.FilePiece> pieces,
    long contentLength,
    Instant start,
    Duration duration)
    implements ExportPlan {

  @Override
  public void writeTo(WritableByteChannel out) throws IOException {
    try (PieceCopy copy = new PieceCopy(out)) {
      copy.write(head);
      for (ExportTimeline.FilePiece piece : pieces) {
        copy.copy(piece);
      }
    }
  }
}
