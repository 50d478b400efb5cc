package org.lynceus.media.live;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One media segment of a live playlist, made of parts; it begins with a key frame. Guarded by its
 * window.
 */
final class LiveSegment {
  final long sequence;
  final Instant start;
  final int init;
  final boolean discontinuity;
  final List<LivePart> parts = new ArrayList<>();
  boolean complete;

  /**
   * An empty segment.
   *
   * @param init number of the initialisation segment it needs
   */
  LiveSegment(long sequence, Instant start, int init, boolean discontinuity) {
    this.sequence = sequence;
    this.start = start;
    this.init = init;
    this.discontinuity = discontinuity;
  }

  double seconds() {
    return parts.stream().mapToDouble(LivePart::seconds).sum();
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.forEach(part -> out.writeBytes(part.bytes()));
    return out.toByteArray();
  }
}
