package org.lynceus.media.playback;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.lynceus.media.store.Segment;

/**
 * Fragmented MP4 files made of recorded fragments without re-encoding: one continuous timeline,
 * gaps left out, the first picture exact by an edit list. Cut off anywhere, such a file still
 * plays.
 */
public final class FragmentedExport implements ExportPlan {
  private final byte[] init;
  private final ExportTimeline timeline;
  private final long contentLength;

  private FragmentedExport(ExportTimeline timeline) throws IOException {
    this.timeline = timeline;
    this.init = FragmentedMovie.of(timeline, timeline.shownFrom());
    this.contentLength = init.length + timeline.mediaBytes + heads();
  }

  /**
   * Plans the file of [from, to); as {@link Mp4Export#plan}.
   *
   * @throws NothingRecordedException when the range holds no picture
   */
  public static ExportPlan plan(
      List<Segment> segments, Function<Segment, Path> file, Instant from, Instant to)
      throws IOException {
    return new FragmentedExport(ExportTimeline.of(segments, file, from, to));
  }

  @Override
  public long contentLength() {
    return contentLength;
  }

  @Override
  public Instant start() {
    return timeline.start();
  }

  @Override
  public Duration duration() {
    return timeline.shown();
  }

  @Override
  public void writeTo(WritableByteChannel out) throws IOException {
    FragmentedMovie.Cursor video = FragmentedMovie.video(timeline);
    FragmentedMovie.Cursor audio = FragmentedMovie.audio(timeline);
    long offset = 0;
    try (PieceCopy copy = new PieceCopy(out)) {
      copy.write(init);
      for (ExportTimeline.FilePiece piece : timeline.pieces) {
        FragmentedMovie.Cursor track = video.isAt(offset) ? video : audio;
        copy.write(track.nextHead(piece.count()));
        copy.copy(piece);
        offset += piece.count();
      }
    }
  }

  private long heads() throws IOException {
    return FragmentedMovie.video(timeline).headBytes()
        + FragmentedMovie.audio(timeline).headBytes();
  }
}
