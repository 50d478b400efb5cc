package org.lynceus.media.playback;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.mp4.BoxBuffer;
import org.lynceus.media.mp4.VideoConfig;

/**
 * Parameter sets as NAL units with 4-byte lengths, to be put in front of a key frame. Many players
 * of fragmented files know only the first sample description of a track; with its parameter sets in
 * the stream every decoder follows a change.
 */
final class InBandParameters {
  private static final int HVCC_ARRAYS = 22;

  private InBandParameters() {}

  /** The parameter sets; empty for codecs that have none. */
  static byte[] of(VideoConfig config) throws MalformedException {
    ByteBuffer record = config.record();
    BoxBuffer out = new BoxBuffer();
    switch (config.codec()) {
      case H264 -> {
        skip(record, 5);
        copy(record, next(record, 1) & 0x1f, out);
        copy(record, next(record, 1), out);
      }
      case H265 -> {
        skip(record, HVCC_ARRAYS);
        for (int arrays = next(record, 1); arrays > 0; arrays--) {
          skip(record, 1);
          copy(record, next(record, 2), out);
        }
      }
      case MJPEG -> skip(record, 0);
    }
    return out.toArray();
  }

  private static void copy(ByteBuffer in, int count, BoxBuffer out) throws MalformedException {
    for (int i = 0; i < count; i++) {
      int size = next(in, 2);
      need(in, size);
      byte[] set = new byte[size];
      in.get(set);
      out.u32(size).bytes(set);
    }
  }

  private static int next(ByteBuffer in, int bytes) throws MalformedException {
    need(in, bytes);
    return bytes == 1 ? in.get() & 0xff : in.getShort() & 0xffff;
  }

  private static void skip(ByteBuffer in, int count) throws MalformedException {
    need(in, count);
    in.position(in.position() + count);
  }

  private static void need(ByteBuffer in, int count) throws MalformedException {
    if (in.remaining() < count) {
      throw new MalformedException("decoder configuration cut off");
    }
  }
}
