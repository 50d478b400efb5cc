package org.lynceus.media.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.Run;
import org.lynceus.media.mp4.BoxReader;
import org.lynceus.media.mp4.InitInfo;
import org.lynceus.media.mp4.MoofInfo;
import org.lynceus.media.mp4.TrackBox;

/**
 * Reads a recording file box by box as far as it is whole: the initialisation segment, then
 * fragments until the end or until something is cut off or wrong. A fragment counts when its
 * video's mdat is complete and the frames in it fill it.
 */
final class SegmentFile {
  private static final int MOST_INIT = 64 << 10;
  private static final int MOST_MOOF = 4 << 20;
  private static final int MOST_FRAGMENTS = 100_000;
  private static final int MOOF = 0x6d6f6f66;
  private static final int MDAT = 0x6d646174;

  /**
   * What a file holds.
   *
   * @param segment null when there is not one whole fragment
   * @param fileBytes length of the file, more than the segment's when its end is torn
   */
  record Content(@Nullable Segment segment, long fileBytes) {
    boolean torn() {
      return segment == null || segment.bytes() != fileBytes;
    }
  }

  private final FileChannel channel;
  private final String path;
  private final long size;
  private long at;

  private SegmentFile(FileChannel channel, String path) throws IOException {
    this.channel = channel;
    this.path = path;
    this.size = channel.size();
  }

  /**
   * Reads a file below a volume's directory.
   *
   * @throws MalformedException when the file is not one of this store
   */
  static Content read(Path directory, String path) throws IOException, MalformedException {
    try (FileChannel channel = FileChannel.open(directory.resolve(path), StandardOpenOption.READ)) {
      return new SegmentFile(channel, path).read();
    }
  }

  private Content read() throws IOException, MalformedException {
    ByteBuffer init = init();
    if (init == null) {
      return new Content(null, size);
    }
    SegmentIdentity identity = SegmentIdentity.find(init);
    if (identity == null) {
      throw new MalformedException("no identity box");
    }
    InitInfo tracks = InitInfo.parse(init);
    List<Fragment> fragments = new ArrayList<>();
    at = init.limit();
    long good = at;
    while (fragments.size() < MOST_FRAGMENTS) {
      Fragment fragment = fragment(identity.runOffsetMicros());
      if (fragment == null) {
        break;
      }
      fragments.add(fragment);
      good = fragment.offset() + fragment.bytes();
    }
    return new Content(
        fragments.isEmpty() ? null : segment(identity, tracks, init.limit(), good, fragments),
        size);
  }

  /** The boxes before the first moof; null when they are cut off. */
  private @Nullable ByteBuffer init() throws IOException, MalformedException {
    ByteBuffer head = readUpTo(0, MOST_INIT);
    int end = 0;
    while (head.limit() - end >= 8) {
      long box = Integer.toUnsignedLong(head.getInt(end));
      if (head.getInt(end + 4) == MOOF) {
        return end == 0 ? null : head.limit(end);
      }
      if (box < 8 || box > MOST_INIT) {
        throw new MalformedException("not a recording");
      }
      if (box > head.limit() - end) {
        return null;
      }
      end += (int) box;
    }
    return null;
  }

  private @Nullable Fragment fragment(long runOffsetMicros) throws IOException {
    long start = at;
    MoofInfo video = pair(TrackBox.VIDEO);
    if (video == null) {
      return null;
    }
    long videoBytes = at - start;
    long afterVideo = at;
    MoofInfo audio = pair(TrackBox.AUDIO);
    long audioBytes = audio == null ? 0 : at - afterVideo;
    at = afterVideo + audioBytes;
    long from = Run.micros(video.baseTime());
    long to = Run.micros(video.baseTime() + video.duration());
    if (from < runOffsetMicros || to - from > Integer.MAX_VALUE || videoBytes > Integer.MAX_VALUE) {
      return null;
    }
    return new Fragment(
        start, (int) videoBytes, (int) audioBytes, from - runOffsetMicros, (int) (to - from));
  }

  /** Reads a whole moof and mdat of one track and moves on; null when it is not there. */
  private @Nullable MoofInfo pair(int track) throws IOException {
    ByteBuffer head = readUpTo(at, 8);
    if (head.limit() < 8 || head.getInt(4) != MOOF) {
      return null;
    }
    long moofBytes = Integer.toUnsignedLong(head.getInt(0));
    if (moofBytes < 16 || moofBytes > MOST_MOOF) {
      return null;
    }
    ByteBuffer moof = readUpTo(at, (int) moofBytes + 8);
    if (moof.limit() < moofBytes + 8 || moof.getInt((int) moofBytes + 4) != MDAT) {
      return null;
    }
    long mdatBytes = Integer.toUnsignedLong(moof.getInt((int) moofBytes));
    try {
      MoofInfo info = MoofInfo.parse(BoxReader.require(moof.limit((int) moofBytes), "moof"));
      if (info.track() != track
          || info.bytes() != mdatBytes - 8
          || at + moofBytes + mdatBytes > size) {
        return null;
      }
      if (track == TrackBox.VIDEO && !FrameCheck.filled(channel, at + moofBytes + 8, info)) {
        return null;
      }
      at += moofBytes + mdatBytes;
      return info;
    } catch (MalformedException broken) {
      return null;
    }
  }

  private ByteBuffer readUpTo(long from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(count, size - from)));
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        break;
      }
    }
    return buffer.flip();
  }

  private Segment segment(
      SegmentIdentity identity, InitInfo tracks, int init, long bytes, List<Fragment> fragments) {
    Fragment last = fragments.get(fragments.size() - 1);
    String video = tracks.video().codecString();
    return new Segment(
        identity.id(),
        identity.channel(),
        identity.kind(),
        identity.volume(),
        path,
        identity.start(),
        last.startMicros() + last.durationMicros(),
        bytes,
        false,
        false,
        tracks.audio() == null ? video : video + "," + tracks.audio().codecString(),
        tracks.video().width(),
        tracks.video().height(),
        init,
        identity.run(),
        identity.runOffsetMicros(),
        fragments,
        null);
  }
}
