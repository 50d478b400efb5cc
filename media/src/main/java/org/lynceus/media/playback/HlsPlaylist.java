package org.lynceus.media.playback;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.store.Fragment;
import org.lynceus.media.store.Segment;

/**
 * HLS media playlists (RFC 8216, version 7) over recorded files: byte ranges of whole groups of
 * pictures, a map per initialisation segment, a discontinuity wherever the timeline breaks, wall
 * clock per file and per break.
 */
public final class HlsPlaylist {
  private static final long PART_MICROS = 4_000_000;

  private final StringBuilder body = new StringBuilder();
  private final Instant from;
  private final Instant to;
  private final Function<Segment, String> uri;
  private final Function<Segment, String> videoOnlyInit;
  private long longestMicros = 1_000_000;
  private @Nullable UUID run;
  private long runEnd;

  private HlsPlaylist(
      Instant from,
      Instant to,
      Function<Segment, String> uri,
      Function<Segment, String> videoOnlyInit) {
    this.from = from;
    this.to = to;
    this.uri = uri;
    this.videoOnlyInit = videoOnlyInit;
  }

  /**
   * The playlist that covers [from, to), beginning at the last key frame at or before from.
   *
   * @param segments of one stream in order of time
   * @param uri address of a segment's file, which must be served with byte ranges
   * @param videoOnlyInit address at which {@link VideoOnlyInit} of the file's start is served; used
   *     for files whose audio browsers cannot play
   */
  public static String of(
      List<Segment> segments,
      Instant from,
      Instant to,
      Function<Segment, String> uri,
      Function<Segment, String> videoOnlyInit) {
    HlsPlaylist playlist = new HlsPlaylist(from, to, uri, videoOnlyInit);
    segments.forEach(playlist::add);
    return playlist.text();
  }

  private String text() {
    long seconds = (longestMicros + 999_999) / 1_000_000;
    return "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS\n"
        + "#EXT-X-TARGETDURATION:"
        + seconds
        + "\n#EXT-X-MEDIA-SEQUENCE:0\n"
        + body
        + "#EXT-X-ENDLIST\n";
  }

  private void add(Segment segment) {
    boolean first = true;
    List<Fragment> fragments = segment.fragments();
    for (int i = 0; i < fragments.size(); i++) {
      Fragment fragment = fragments.get(i);
      if (!wanted(segment, fragment)) {
        continue;
      }
      int last = lastOfPart(segment, i);
      boolean breaks = breaks(segment, fragment);
      if (breaks) {
        body.append("#EXT-X-DISCONTINUITY\n");
      }
      if (first) {
        map(segment);
      }
      if (first || breaks) {
        Instant start = segment.start().plus(fragment.startMicros(), ChronoUnit.MICROS);
        body.append("#EXT-X-PROGRAM-DATE-TIME:")
            .append(DateTimeFormatter.ISO_INSTANT.format(start.truncatedTo(ChronoUnit.MILLIS)))
            .append('\n');
      }
      part(segment, fragment, fragments.get(last));
      first = false;
      i = last;
    }
  }

  private boolean wanted(Segment segment, Fragment fragment) {
    Instant start = segment.start().plus(fragment.startMicros(), ChronoUnit.MICROS);
    return start.isBefore(to)
        && start.plus(fragment.durationMicros(), ChronoUnit.MICROS).isAfter(from);
  }

  /**
   * The last fragment that can be fetched in one range with the first: adjacent in file and time, a
   * few seconds long.
   */
  private int lastOfPart(Segment segment, int first) {
    List<Fragment> fragments = segment.fragments();
    int last = first;
    long start = fragments.get(first).startMicros();
    while (!segment.videoOnlyForBrowsers() && last + 1 < fragments.size()) {
      Fragment now = fragments.get(last);
      Fragment next = fragments.get(last + 1);
      boolean adjacent =
          now.offset() + now.bytes() == next.offset()
              && now.startMicros() + now.durationMicros() == next.startMicros();
      boolean fits = next.startMicros() + next.durationMicros() - start <= PART_MICROS;
      if (!adjacent || !fits || !wanted(segment, next)) {
        break;
      }
      last++;
    }
    return last;
  }

  private boolean breaks(Segment segment, Fragment fragment) {
    long start = segment.runOffsetMicros() + fragment.startMicros();
    return run != null && (!segment.run().equals(run) || start != runEnd);
  }

  private void map(Segment segment) {
    if (segment.videoOnlyForBrowsers()) {
      body.append("#EXT-X-MAP:URI=\"").append(videoOnlyInit.apply(segment)).append("\"\n");
      return;
    }
    body.append("#EXT-X-MAP:URI=\"")
        .append(uri.apply(segment))
        .append("\",BYTERANGE=\"")
        .append(segment.initBytes())
        .append("@0\"\n");
  }

  private void part(Segment segment, Fragment first, Fragment last) {
    long micros = last.startMicros() + last.durationMicros() - first.startMicros();
    long bytes =
        segment.videoOnlyForBrowsers()
            ? first.videoBytes()
            : last.offset() + last.bytes() - first.offset();
    body.append(String.format(Locale.ROOT, "#EXTINF:%.6f,\n", micros / 1e6));
    body.append("#EXT-X-BYTERANGE:").append(bytes).append('@').append(first.offset());
    body.append('\n').append(uri.apply(segment)).append('\n');
    longestMicros = Math.max(longestMicros, micros);
    run = segment.run();
    runEnd = segment.runOffsetMicros() + last.startMicros() + last.durationMicros();
  }
}
