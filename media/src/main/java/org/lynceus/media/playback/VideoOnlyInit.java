package org.lynceus.media.playback;

import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.mp4.InitInfo;
import org.lynceus.media.mp4.InitSegment;

/** An initialisation segment without its audio track, for players that cannot decode the audio. */
public final class VideoOnlyInit {
  private VideoOnlyInit() {}

  /**
   * The video-only form of the first {@code initBytes} of a segment's file.
   *
   * @throws IllegalArgumentException when the bytes are no initialisation segment
   */
  public static byte[] of(byte[] init) {
    try {
      return InitSegment.write(InitInfo.parse(ByteBuffer.wrap(init)).video(), null).toArray();
    } catch (MalformedException broken) {
      throw new IllegalArgumentException("not an initialisation segment", broken);
    }
  }
}
