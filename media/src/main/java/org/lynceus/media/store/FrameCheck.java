package org.lynceus.media.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.lynceus.media.mp4.MoofInfo;

/**
 * Looks whether a fragment's media is really there: after a power cut a file can have its length
 * and zeros for content. The first NAL unit of the first and of the last frame must fit into their
 * frames, or the frames must begin as JPEG does.
 */
final class FrameCheck {
  private static final int JPEG = 0xffd8;

  private FrameCheck() {}

  static boolean filled(FileChannel channel, long data, MoofInfo info) throws IOException {
    int[] sizes = info.sizes();
    int last = sizes.length - 1;
    return plausible(channel, data, sizes[0])
        && plausible(channel, data + info.bytes() - sizes[last], sizes[last]);
  }

  private static boolean plausible(FileChannel channel, long at, int frame) throws IOException {
    ByteBuffer length = ByteBuffer.allocate(4);
    while (length.hasRemaining()) {
      if (channel.read(length, at + length.position()) < 0) {
        return false;
      }
    }
    int nal = length.getInt(0);
    return nal > 0 && nal <= frame - 4 || nal >>> 16 == JPEG;
  }
}
