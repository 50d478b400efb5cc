package org.lynceus.media.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.Run;
import org.lynceus.media.mp4.BoxReader;
import org.lynceus.media.mp4.MoofInfo;
import org.lynceus.media.store.Fragment;
import org.lynceus.media.store.Segment;

/**
 * Frames that carry a number in an SEI unit, and the law of this store: every number that was sent
 * is on a disk exactly once, or lies in a gap that was reported.
 */
public final class FrameNumbers {
  private static final byte[] MARK = "lynceus-frame-no".getBytes(StandardCharsets.US_ASCII);
  private static final Duration TOLERANCE = Duration.ofMillis(250);

  private FrameNumbers() {}

  /** A frame found on a disk. */
  public record Stored(long number, Instant from, Instant to) {}

  /** The clip's frame with a number in front of its slices. */
  public static List<byte[]> unit(Clip clip, long number) {
    return unit(clip, number, number);
  }

  /** The clip's frame at an index, with a number in front of its slices. */
  public static List<byte[]> unit(Clip clip, long index, long number) {
    List<byte[]> plain = clip.accessUnits().get((int) (index % clip.accessUnits().size()));
    List<byte[]> unit = new ArrayList<>(plain);
    int at = 0;
    while ((unit.get(at)[0] & 0x1f) > 5) {
      at++;
    }
    unit.add(at, sei(number));
    return unit;
  }

  private static byte[] sei(long number) {
    byte[] digits = String.format("%016x", number).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(3 + MARK.length + digits.length + 1);
    out.put((byte) 6).put((byte) 5).put((byte) (MARK.length + digits.length));
    return out.put(MARK).put(digits).put((byte) 0x80).array();
  }

  /** The numbered frames of a recorded file, in order. */
  public static List<Stored> in(Path file, Segment segment) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
    List<Stored> found = new ArrayList<>();
    try {
      for (Fragment fragment : segment.fragments()) {
        int moofBytes = all.getInt((int) fragment.offset());
        ByteBuffer box = all.slice((int) fragment.offset(), moofBytes);
        MoofInfo moof = MoofInfo.parse(BoxReader.require(box, "moof"));
        int at = (int) fragment.offset() + moofBytes + 8;
        long ticks = 0;
        for (int i = 0; i < moof.sizes().length; i++) {
          Instant start = segment.start().plusNanos(1000 * fragment.startMicros());
          Instant from = start.plusNanos(1000 * Run.micros(ticks));
          ticks += moof.durations()[i];
          Instant to = start.plusNanos(1000 * Run.micros(ticks));
          found.add(new Stored(number(all, at, moof.sizes()[i]), from, to));
          at += moof.sizes()[i];
        }
      }
    } catch (MalformedException broken) {
      throw new IOException(broken);
    }
    return found;
  }

  private static long number(ByteBuffer all, int from, int size) {
    for (int at = from; at < from + size; at += 4 + all.getInt(at)) {
      byte[] nal = new byte[Math.min(all.getInt(at), 64)];
      all.get(at + 4, nal);
      if (nal[0] == 6 && Arrays.equals(MARK, Arrays.copyOfRange(nal, 3, 3 + MARK.length))) {
        return Long.parseLong(new String(nal, 3 + MARK.length, 16, StandardCharsets.US_ASCII), 16);
      }
    }
    throw new AssertionError("a frame without a number at " + from);
  }

  /**
   * Checks the law for one stream.
   *
   * @param sent the numbers [first, first + sent)
   * @param wantedUntil end of the time in which recording was wanted, for what is missing at the
   *     end
   */
  public static void assertKept(
      List<Stored> stored, long first, long sent, List<MemoryIndex.Gap> gaps, Instant wantedUntil) {
    Map<Long, Stored> byNumber = new TreeMap<>();
    for (Stored each : stored) {
      assertThat(byNumber.put(each.number(), each)).as("twice: %s", each).isNull();
      assertThat(each.number()).isBetween(first, first + sent - 1);
    }
    Stored before = null;
    for (long number = first; number < first + sent; number++) {
      Stored here = byNumber.get(number);
      if (here != null) {
        before = here;
        continue;
      }
      long missing = number;
      while (number + 1 < first + sent && !byNumber.containsKey(number + 1)) {
        number++;
      }
      Stored after = byNumber.get(number + 1);
      Instant to = after == null ? wantedUntil : after.from();
      Instant from = before == null ? to : before.to();
      assertThat(covered(from, to, gaps))
          .as("frames %d to %d, %s to %s, are in none of %s", missing, number, from, to, gaps)
          .isTrue();
    }
  }

  private static boolean covered(Instant from, Instant to, List<MemoryIndex.Gap> gaps) {
    Instant at = from;
    for (MemoryIndex.Gap gap :
        gaps.stream().sorted(Comparator.comparing(MemoryIndex.Gap::from)).toList()) {
      if (!gap.from().isAfter(at.plus(TOLERANCE)) && gap.to().isAfter(at)) {
        at = gap.to();
      }
    }
    return !at.plus(TOLERANCE).isBefore(to);
  }
}
