package org.lynceus.media.playback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.mp4.FragmentHeader;
import org.lynceus.media.mp4.InitSegment;
import org.lynceus.media.mp4.OneSample;
import org.lynceus.media.mp4.TrackBox;
import org.lynceus.media.mp4.VideoCodec;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.store.Fragment;
import org.lynceus.media.store.Segment;

/**
 * Fast and reverse playback without decoding: the key frames of recorded segments as a small
 * fragmented MP4 of their own, each shown as long as its group of pictures lasts at the wanted
 * speed. Where that would be shorter than a thirtieth of a second, key frames are left out.
 */
public final class KeyFrameClip {
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_FRAMES = 100;
  private static final double MOST_SPEED = 64;
  private static final int SHORTEST_TICKS = 3000;
  private static final int CRA = 21;
  private static final int BLA_N_LP = 18;

  private final List<Shown> shown = new ArrayList<>();
  private final ByteArrayOutputStream mp4 = new ByteArrayOutputStream();
  private @Nullable VideoConfig config;

  private KeyFrameClip() {}

  /**
   * A piece of trick play.
   *
   * @param mp4 an initialisation segment and a fragment for each frame; decode times begin at 0
   * @param frameTimes wall clock of each frame, in playing order
   * @param next where to go on, null at the end of the given segments
   */
  public record Clip(byte[] mp4, List<Instant> frameTimes, @Nullable Instant next) {
    public Clip {
      frameTimes = List.copyOf(frameTimes);
    }
  }

  /** A group of pictures and how long its key frame is shown, in 1/90000 s. */
  private record Shown(Segment segment, Fragment fragment, int ticks) {
    Instant at() {
      return segment.start().plus(fragment.startMicros(), ChronoUnit.MICROS);
    }

    Shown longer(int more) {
      return new Shown(segment, fragment, ticks + more);
    }
  }

  /**
   * Makes a clip. It ends early where the parameters of the video change and at 64 MiB.
   *
   * @param segments of one stream in order of time; those of a sensible range around from
   * @param file where a segment's file is
   * @param from forward: first key frame at or after this; backward: at or before
   * @param count 1 to 100 key frames
   * @param speed 1 to 64: how much faster than recorded
   * @throws NothingRecordedException when there is no key frame in that direction
   */
  public static Clip of(
      List<Segment> segments,
      Function<Segment, Path> file,
      Instant from,
      boolean backward,
      int count,
      double speed)
      throws IOException {
    if (count < 1 || count > MOST_FRAMES || !(speed >= 1 && speed <= MOST_SPEED)) {
      throw new IllegalArgumentException("count must be 1 to 100, speed 1 to 64");
    }
    KeyFrameClip clip = new KeyFrameClip();
    Instant next = clip.choose(inOrder(segments, from, backward, speed), count);
    if (clip.shown.isEmpty()) {
      throw new NothingRecordedException();
    }
    return clip.build(file, next);
  }

  /** All groups from a moment on in playing order. */
  private static List<Shown> inOrder(
      List<Segment> segments, Instant from, boolean backward, double speed) {
    List<Shown> all = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(backward ? segments.size() - 1 - i : i);
      List<Fragment> fragments = segment.fragments();
      for (int j = 0; j < fragments.size(); j++) {
        Fragment fragment = fragments.get(backward ? fragments.size() - 1 - j : j);
        double ticks = fragment.durationMicros() * 0.09 / speed;
        Shown one = new Shown(segment, fragment, (int) Math.max(1, Math.round(ticks)));
        if (backward ? !one.at().isAfter(from) : !one.at().isBefore(from)) {
          all.add(one);
        }
      }
    }
    return all;
  }

  /** Takes so many groups and returns where the next one begins. */
  private @Nullable Instant choose(List<Shown> all, int count) {
    for (Shown each : all) {
      int last = shown.size() - 1;
      if (last >= 0 && shown.get(last).ticks < SHORTEST_TICKS) {
        shown.set(last, shown.get(last).longer(each.ticks));
      } else if (shown.size() == count) {
        return each.at();
      } else {
        shown.add(each);
      }
    }
    return null;
  }

  private Clip build(Function<Segment, Path> file, @Nullable Instant next) throws IOException {
    List<Instant> times = new ArrayList<>();
    Segment open = null;
    FileChannel channel = null;
    long time = 0;
    try {
      for (Shown each : shown) {
        if (channel == null || each.segment != open) {
          close(channel);
          open = each.segment;
          channel = FileChannel.open(file.apply(open), StandardOpenOption.READ);
        }
        if (!add(each, new FragmentReader(channel), time, times.size())) {
          return new Clip(mp4.toByteArray(), times, each.at());
        }
        times.add(each.at());
        time += each.ticks;
      }
    } finally {
      close(channel);
    }
    return new Clip(mp4.toByteArray(), times, next);
  }

  /** Adds a frame; false when it must be in another clip. */
  private boolean add(Shown each, FragmentReader reader, long time, int index) throws IOException {
    VideoConfig own = reader.init(each.segment).video();
    FragmentReader.Track track = reader.video(each.fragment);
    int size = track.moof().sizes()[0];
    if (config == null) {
      config = own;
      mp4.writeBytes(InitSegment.write(own, null).toArray());
    } else if (!own.equals(config) || mp4.size() + (long) size > MOST_BYTES) {
      return false;
    }
    OneSample sample = new OneSample(size, each.ticks, 0);
    ByteBuffer head = ByteBuffer.allocate(FragmentHeader.bytes(TrackBox.VIDEO, sample));
    FragmentHeader.write(head, index + 1, TrackBox.VIDEO, true, time, sample, size);
    mp4.writeBytes(head.array());
    ByteBuffer frame = reader.read(track.data(), size);
    if (own.codec() == VideoCodec.H265) {
      breakLinks(frame);
    }
    mp4.write(frame.array(), 0, size);
    return true;
  }

  /**
   * Makes CRA pictures of H.265 to BLA pictures (7.4.2.2), which differ only in the type of their
   * units: so each begins a new sequence, and a decoder shows them as they come, even backwards.
   */
  private static void breakLinks(ByteBuffer frame) {
    for (int at = 0; at + 5 < frame.limit(); at += 4 + Math.max(0, frame.getInt(at))) {
      int header = frame.get(at + 4);
      if ((header >> 1 & 0x3f) == CRA) {
        frame.put(at + 4, (byte) (header & 0x81 | BLA_N_LP << 1));
      }
      if (frame.getInt(at) > frame.limit() - at - 4) {
        return;
      }
    }
  }

  private static void close(@Nullable FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
