package org.lynceus.media.playback;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.mp4.BoxReader;
import org.lynceus.media.mp4.InitInfo;
import org.lynceus.media.mp4.MoofInfo;
import org.lynceus.media.store.Fragment;
import org.lynceus.media.store.Segment;

/** Reads the headers of recorded fragments at the places the index names. */
final class FragmentReader {
  private static final int GUESS = 4096;
  private static final int MOST_MOOF = 4 << 20;
  private static final int MDAT_HEADER = 8;

  private final FileChannel channel;

  /**
   * A fragment's track: what its moof says and where its media begins.
   *
   * @param data offset in the file
   */
  record Track(MoofInfo moof, long data) {}

  FragmentReader(FileChannel channel) {
    this.channel = channel;
  }

  InitInfo init(Segment segment) throws IOException {
    try {
      return InitInfo.parse(read(0, segment.initBytes()));
    } catch (MalformedException broken) {
      throw damaged(broken);
    }
  }

  Track video(Fragment fragment) throws IOException {
    return track(fragment.offset());
  }

  @Nullable Track audio(Fragment fragment) throws IOException {
    return fragment.audioBytes() == 0 ? null : track(fragment.offset() + fragment.videoBytes());
  }

  /** Bytes of the file; fails when it ends before. */
  ByteBuffer read(long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new EOFException("A recording is shorter than the index says");
      }
    }
    return bytes.flip();
  }

  private Track track(long at) throws IOException {
    try {
      ByteBuffer head = read(at, (int) Math.min(GUESS, channel.size() - at));
      long size = head.limit() < 8 ? 0 : Integer.toUnsignedLong(head.getInt(0));
      if (size < 16 || size > MOST_MOOF) {
        throw new MalformedException("no fragment here");
      }
      ByteBuffer moof = size <= head.limit() ? head.limit((int) size) : read(at, (int) size);
      return new Track(MoofInfo.parse(BoxReader.require(moof, "moof")), at + size + MDAT_HEADER);
    } catch (MalformedException broken) {
      throw damaged(broken);
    }
  }

  private static IOException damaged(MalformedException cause) {
    return new IOException("A recording is not what the index says", cause);
  }
}
