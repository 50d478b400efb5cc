package org.lynceus.media.live;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.engine.LiveMessage;
import org.lynceus.media.gop.Run;
import org.lynceus.media.mp4.BoxReader;
import org.lynceus.media.mp4.MoofInfo;

/**
 * The last few seconds of one stream as segments and parts: a segment for each group of pictures, a
 * part for each third of a second. Bounded in segments and bytes. Not thread-safe.
 */
final class LiveWindow {
  static final int MOST_SEGMENTS = 6;
  private static final long MOST_BYTES = 48L << 20;
  private static final double PART_SECONDS = 0.33;

  private final Clock clock;
  private final Deque<LiveSegment> segments = new ArrayDeque<>();
  private final TreeMap<Integer, byte[]> inits = new TreeMap<>();
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private double partSeconds;
  private boolean partKey;
  private int init = -1;
  private long nextSequence;
  private long discontinuities;
  private boolean broken;
  private double longestPart = PART_SECONDS;
  private double longestSegment = 1;

  LiveWindow(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes the next message of the subscription; returns whether there is something new to fetch.
   */
  boolean take(LiveMessage message) throws MalformedException {
    if (message instanceof LiveMessage.Init start) {
      finishSegment();
      init++;
      inits.put(init, copy(start.bytes()));
      broken = !segments.isEmpty();
      return false;
    }
    if (message instanceof LiveMessage.Dropped) {
      finishSegment();
      broken = !segments.isEmpty();
      return false;
    }
    return message instanceof LiveMessage.Fragment frame && init >= 0 && add(frame);
  }

  private boolean add(LiveMessage.Fragment frame) throws MalformedException {
    byte[] bytes = copy(frame.bytes());
    boolean news = false;
    if (frame.key()) {
      news = finishSegment();
      segments.addLast(new LiveSegment(nextSequence++, clock.instant(), init, broken));
      broken = false;
      forget();
    } else if (segments.isEmpty() || segments.getLast().complete) {
      return false;
    }
    if (part.size() == 0) {
      partKey = frame.key();
    }
    part.writeBytes(bytes);
    partSeconds += seconds(bytes);
    return (partSeconds >= PART_SECONDS && finishPart()) || news;
  }

  private static double seconds(byte[] bytes) throws MalformedException {
    ByteBuffer moof = BoxReader.require(ByteBuffer.wrap(bytes), "moof");
    return MoofInfo.parse(moof).duration() / (double) Run.VIDEO_CLOCK;
  }

  private boolean finishPart() {
    if (part.size() == 0 || segments.isEmpty()) {
      return false;
    }
    segments.getLast().parts.add(new LivePart(part.toByteArray(), partSeconds, partKey));
    longestPart = Math.max(longestPart, partSeconds);
    part.reset();
    partSeconds = 0;
    return true;
  }

  private boolean finishSegment() {
    if (segments.isEmpty() || segments.getLast().complete) {
      return false;
    }
    finishPart();
    LiveSegment last = segments.getLast();
    last.complete = true;
    longestSegment = Math.max(longestSegment, last.seconds());
    return true;
  }

  private void forget() {
    Iterator<LiveSegment> oldest = segments.iterator();
    while (oldest.hasNext() && (segments.size() > MOST_SEGMENTS || bytes() > MOST_BYTES)) {
      LiveSegment gone = oldest.next();
      discontinuities += gone.discontinuity ? 1 : 0;
      oldest.remove();
    }
    if (!segments.isEmpty()) {
      inits.headMap(segments.getFirst().init).clear();
    }
  }

  private long bytes() {
    return segments.stream()
        .flatMap(segment -> segment.parts.stream())
        .mapToLong(one -> one.bytes().length)
        .sum();
  }

  /** Whether there is a playlist to show. */
  boolean ready() {
    return !segments.isEmpty() && !segments.getFirst().parts.isEmpty();
  }

  /** Whether a part, or with -1 a whole segment, is there already. */
  boolean has(long sequence, int number) {
    if (segments.isEmpty()) {
      return false;
    }
    LiveSegment last = segments.getLast();
    return last.sequence > sequence
        || last.sequence == sequence
            && (last.complete || number >= 0 && last.parts.size() > number);
  }

  /** The sequence number that the next new segment will have. */
  long nextSequence() {
    return nextSequence;
  }

  String playlist() {
    return LivePlaylist.write(segments, longestSegment, longestPart, discontinuities);
  }

  byte @Nullable [] init(int number) {
    return inits.get(number);
  }

  /** A whole segment, or one of its parts; null when it is gone or not there yet. */
  byte @Nullable [] media(long sequence, int number) {
    for (LiveSegment segment : segments) {
      if (segment.sequence == sequence) {
        if (number < 0) {
          return segment.complete ? segment.bytes() : null;
        }
        return number < segment.parts.size() ? segment.parts.get(number).bytes() : null;
      }
    }
    return null;
  }

  private static byte[] copy(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return copy;
  }
}
