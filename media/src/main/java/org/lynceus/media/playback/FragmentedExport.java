package org.lynceus.media.playback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.lynceus.media.gop.Run;
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
  private final Instant start;
  private final Duration duration;

  private FragmentedExport(ExportTimeline timeline, Instant first, Instant from)
      throws IOException {
    Duration skipped = first.isBefore(from) ? Duration.between(first, from) : Duration.ZERO;
    long shownFrom = Math.min(ExportTimeline.ticks(skipped), timeline.video.end() - 1);
    this.timeline = timeline;
    this.init = FragmentedMovie.of(timeline, shownFrom);
    this.start = first.plus(skipped);
    this.duration = Duration.ofNanos(Run.micros(timeline.video.end() - shownFrom) * 1000);
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
    ExportTimeline timeline = new ExportTimeline(from, to);
    for (Segment segment : segments) {
      timeline.add(segment, file.apply(segment));
    }
    Instant first = timeline.firstFrame;
    if (first == null) {
      throw new NothingRecordedException();
    }
    return new FragmentedExport(timeline, first, from);
  }

  @Override
  public long contentLength() {
    return contentLength;
  }

  @Override
  public Instant start() {
    return start;
  }

  @Override
  public Duration duration() {
    return duration;
  }

  @Override
  public void writeTo(WritableByteChannel out) throws IOException {
    write(init, out);
    FragmentedMovie.Cursor video = FragmentedMovie.video(timeline);
    FragmentedMovie.Cursor audio = FragmentedMovie.audio(timeline);
    long offset = 0;
    try (PieceCopy copy = new PieceCopy(out)) {
      for (ExportTimeline.FilePiece piece : timeline.pieces) {
        FragmentedMovie.Cursor track = video.isAt(offset) ? video : audio;
        write(track.nextHead(piece.count()), out);
        copy.copy(piece);
        offset += piece.count();
      }
    }
  }

  private long heads() throws IOException {
    return FragmentedMovie.video(timeline).headBytes()
        + FragmentedMovie.audio(timeline).headBytes();
  }

  private static void write(byte[] bytes, WritableByteChannel out) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    while (all.hasRemaining()) {
      out.write(all);
    }
  }
}
