package org.lynceus.recording;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.store.Fragment;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.TimeRange;

/**
 * The HLS playlist (RFC 8216, version 7) of recordings that are made into H.264 part by part when
 * somebody asks. A part is some groups of pictures of one file, always the same ones, so that what
 * was made once serves every playlist; each has an initialisation segment of its own.
 */
final class TranscodedPlaylist {
  private static final long PART_MICROS = 4_000_000;

  private final StringBuilder body = new StringBuilder();
  private final TimeRange range;
  private long longestMicros = 1_000_000;
  private @Nullable UUID run;
  private long runEnd;

  private TranscodedPlaylist(TimeRange range) {
    this.range = range;
  }

  /**
   * Groups of pictures of a file that are made into one part.
   *
   * @param first its place in the file's table
   */
  record Part(int first, int count) {
    /** The parts of a file, in order. */
    static List<Part> of(List<Fragment> fragments) {
      List<Part> parts = new java.util.ArrayList<>();
      int first = 0;
      for (int i = 1; i <= fragments.size(); i++) {
        if (i == fragments.size()
            || end(fragments.get(i)) - start(fragments, first) > PART_MICROS) {
          parts.add(new Part(first, i - first));
          first = i;
        }
      }
      return parts;
    }

    private static long start(List<Fragment> fragments, int index) {
      return fragments.get(index).startMicros();
    }

    private static long end(Fragment fragment) {
      return fragment.startMicros() + fragment.durationMicros();
    }
  }

  /** The playlist that covers the range; addresses are relative to the channel. */
  static String of(List<Segment> segments, TimeRange range) {
    TranscodedPlaylist playlist = new TranscodedPlaylist(range);
    segments.forEach(playlist::add);
    long seconds = (playlist.longestMicros + 999_999) / 1_000_000;
    return "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n"
        + "#EXT-X-TARGETDURATION:"
        + seconds
        + "\n#EXT-X-MEDIA-SEQUENCE:0\n"
        + playlist.body
        + "#EXT-X-ENDLIST\n";
  }

  private void add(Segment segment) {
    for (Part part : Part.of(segment.fragments())) {
      Fragment first = segment.fragments().get(part.first());
      Fragment last = segment.fragments().get(part.first() + part.count() - 1);
      Instant start = segment.start().plus(first.startMicros(), ChronoUnit.MICROS);
      long micros = last.startMicros() + last.durationMicros() - first.startMicros();
      if (micros > 0
          && start.isBefore(range.to())
          && start.plus(micros, ChronoUnit.MICROS).isAfter(range.from())) {
        add(segment, part, start, first.startMicros(), micros);
      }
    }
  }

  private void add(Segment segment, Part part, Instant start, long offset, long micros) {
    long at = segment.runOffsetMicros() + offset;
    if (run != null && (!run.equals(segment.run()) || Math.abs(at - runEnd) > 100_000)) {
      body.append("#EXT-X-DISCONTINUITY\n");
    }
    run = segment.run();
    runEnd = at + micros;
    longestMicros = Math.max(longestMicros, micros);
    String address = "segments/" + segment.id() + "/h264/" + part.first() + "-" + part.count();
    body.append("#EXT-X-MAP:URI=\"").append(address).append(".init.mp4\"\n");
    body.append("#EXT-X-PROGRAM-DATE-TIME:")
        .append(DateTimeFormatter.ISO_INSTANT.format(start.truncatedTo(ChronoUnit.MILLIS)))
        .append('\n');
    body.append(String.format(Locale.ROOT, "#EXTINF:%.6f,%n", micros / 1e6).replace("\r", ""));
    body.append(address).append(".m4s\n");
  }
}
