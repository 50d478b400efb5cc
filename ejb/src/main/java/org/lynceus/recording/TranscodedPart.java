package org.lynceus.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.mp4.BoxReader;

/**
 * A part of a recording as H.264: an initialisation segment, and fragments that lie on the timeline
 * of the recording's run (90 kHz), as those of all its other parts do.
 */
public record TranscodedPart(byte[] init, byte[] media) {
  /** Cuts what the helper made, whose times begin at 0, and moves it to its place. */
  static TranscodedPart of(byte[] mp4, long start) throws MalformedException {
    ByteArrayOutputStream init = new ByteArrayOutputStream();
    ByteArrayOutputStream media = new ByteArrayOutputStream();
    ByteBuffer all = ByteBuffer.wrap(mp4);
    BoxReader boxes = new BoxReader(all);
    int at = 0;
    while (boxes.next()) {
      int size = boxSize(all, at, boxes.body().remaining());
      switch (boxes.type()) {
        case "ftyp", "moov" -> init.write(mp4, at, size);
        case "moof" -> {
          move(mp4, at, size, start);
          media.write(mp4, at, size);
        }
        case "mdat" -> media.write(mp4, at, size);
        default -> {
          // mfra: an index of the file, of no use for parts.
        }
      }
      at += size;
    }
    if (init.size() == 0 || media.size() == 0) {
      throw new MalformedException("the helper made no video");
    }
    return new TranscodedPart(init.toByteArray(), media.toByteArray());
  }

  int bytes() {
    return init.length + media.length;
  }

  private static int boxSize(ByteBuffer all, int at, int body) {
    return body + (all.getInt(at) == 1 ? 16 : 8);
  }

  /** Adds the start to the decoding time of a moof (box tfdt, version 1: 64 bit). */
  private static void move(byte[] mp4, int at, int size, long start) throws MalformedException {
    ByteBuffer moof = ByteBuffer.wrap(mp4, at, size);
    ByteBuffer time = BoxReader.require(moof, "moof", "traf", "tfdt");
    if (time.remaining() < 12 || time.get(0) != 1) {
      throw new MalformedException("a decoding time of 64 bit is expected");
    }
    time.putLong(4, time.getLong(4) + start);
  }
}
