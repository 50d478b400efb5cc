package org.lynceus.media.rtsp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The RTP timestamps of the moment at which playing starts, track by track (RFC 2326, 12.33). */
record RtpInfo(List<Long> times) {
  private static final Pattern TIME = Pattern.compile("rtptime\\s*=\\s*(\\d{1,10})");
  private static final int MOST_CHARS = 4096;

  /** Reads the header; without it, or when it is broken, no times are known. */
  static RtpInfo parse(@Nullable String header) {
    List<Long> times = new ArrayList<>();
    if (header != null && header.length() <= MOST_CHARS) {
      Matcher matcher = TIME.matcher(header);
      while (matcher.find()) {
        times.add(Long.parseLong(matcher.group(1)) & 0xffff_ffffL);
      }
    }
    return new RtpInfo(times);
  }

  /** The timestamp of a track in order of SETUP; null when the header does not tell it for both. */
  @Nullable Long time(int track) {
    return times.size() == 2 ? times.get(track) : null;
  }
}
