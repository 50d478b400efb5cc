package org.lynceus.media.live;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Writes the media playlist of a live window (RFC 8216bis: version 9, parts, blocking reload, a
 * preload hint). Addresses are relative: {@code live-init-<n>.mp4}, {@code live-<sequence>.m4s},
 * {@code live-<sequence>.<part>.m4s}.
 */
final class LivePlaylist {
  private static final int SEGMENTS_WITH_PARTS = 3;

  private LivePlaylist() {}

  static String write(
      Collection<LiveSegment> segments,
      double longestSegment,
      double longestPart,
      long discontinuities) {
    List<LiveSegment> all = List.copyOf(segments);
    StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:9\n");
    text.append("#EXT-X-TARGETDURATION:").append((long) Math.ceil(longestSegment)).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=%.3f\n"
                + "#EXT-X-PART-INF:PART-TARGET=%.3f\n",
            3.1 * longestPart,
            longestPart));
    text.append("#EXT-X-MEDIA-SEQUENCE:").append(all.get(0).sequence).append('\n');
    text.append("#EXT-X-DISCONTINUITY-SEQUENCE:").append(discontinuities).append('\n');
    int init = -1;
    for (int i = 0; i < all.size(); i++) {
      LiveSegment segment = all.get(i);
      if (segment.discontinuity) {
        text.append("#EXT-X-DISCONTINUITY\n");
      }
      if (segment.init != init) {
        init = segment.init;
        text.append("#EXT-X-MAP:URI=\"live-init-").append(init).append(".mp4\"\n");
      }
      segment(text, segment, i >= all.size() - SEGMENTS_WITH_PARTS);
    }
    hint(text, all.get(all.size() - 1));
    return text.toString();
  }

  private static void segment(StringBuilder text, LiveSegment segment, boolean withParts) {
    text.append("#EXT-X-PROGRAM-DATE-TIME:")
        .append(DateTimeFormatter.ISO_INSTANT.format(segment.start.truncatedTo(ChronoUnit.MILLIS)))
        .append('\n');
    for (int i = 0; withParts && i < segment.parts.size(); i++) {
      LivePart part = segment.parts.get(i);
      text.append(String.format(Locale.ROOT, "#EXT-X-PART:DURATION=%.5f", part.seconds()));
      text.append(",URI=\"live-").append(segment.sequence).append('.').append(i).append(".m4s\"");
      text.append(part.independent() ? ",INDEPENDENT=YES\n" : "\n");
    }
    if (segment.complete) {
      text.append(String.format(Locale.ROOT, "#EXTINF:%.5f,\n", segment.seconds()));
      text.append("live-").append(segment.sequence).append(".m4s\n");
    }
  }

  private static void hint(StringBuilder text, LiveSegment last) {
    long sequence = last.complete ? last.sequence + 1 : last.sequence;
    int part = last.complete ? 0 : last.parts.size();
    text.append("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"live-");
    text.append(sequence).append('.').append(part).append(".m4s\"\n");
  }
}
