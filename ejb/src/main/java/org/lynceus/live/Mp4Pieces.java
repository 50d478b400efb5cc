package org.lynceus.live;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.engine.LiveMessage;
import org.lynceus.media.mp4.BoxReader;
import org.lynceus.media.mp4.InitInfo;
import org.lynceus.media.mp4.VideoConfig;

/**
 * Cuts a fragmented MP4 that comes out of a pipe into its initialisation segment and its fragments
 * (ISO/IEC 14496-12). The helper that wrote it read what a camera sent: no length is trusted.
 */
final class Mp4Pieces {
  private static final int MOST = 16 << 20;
  private static final int NOT_SYNC = 0x10000;

  private final DataInputStream in;
  private byte[] before = {};

  Mp4Pieces(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** The next piece, null at the end. */
  @Nullable LiveMessage next() throws IOException, MalformedException {
    for (byte[] box = box(); box != null; box = box()) {
      switch (type(box)) {
        case "ftyp", "moof" -> before = box;
        case "moov" -> {
          return init(joined(before, box));
        }
        case "mdat" -> {
          boolean key = type(before).equals("moof") && key(before);
          return new LiveMessage.Fragment(joined(before, box), key);
        }
        default -> {
          // styp, sidx, mfra: nobody needs them.
        }
      }
    }
    return null;
  }

  private static LiveMessage.Init init(ByteBuffer bytes) throws MalformedException {
    VideoConfig video = InitInfo.parse(bytes.duplicate()).video();
    String mime = "video/mp4; codecs=\"" + video.codecString() + "\"";
    return new LiveMessage.Init(mime, video.width(), video.height(), bytes);
  }

  private byte @Nullable [] box() throws IOException, MalformedException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int size = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (size < 8 || size > MOST) {
      throw new MalformedException("box size out of range");
    }
    byte[] box = new byte[size];
    ByteBuffer.wrap(box).putInt(size);
    try {
      in.readFully(box, 4, size - 4);
    } catch (EOFException cut) {
      return null;
    }
    return box;
  }

  private static String type(byte[] box) {
    return box.length < 8
        ? ""
        : new String(box, 4, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static ByteBuffer joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length)
        .put(first)
        .put(second)
        .flip()
        .asReadOnlyBuffer();
  }

  /** Whether the first sample of a moof is a key frame: the flags of its run, else the default. */
  private static boolean key(byte[] moof) throws MalformedException {
    ByteBuffer traf = BoxReader.require(ByteBuffer.wrap(moof), "moof", "traf");
    ByteBuffer run = BoxReader.require(traf, "trun");
    try {
      int flags = run.getInt() & 0xffffff;
      if ((flags & 0x4) != 0) {
        return (run.getInt((flags & 0x1) != 0 ? 12 : 8) & NOT_SYNC) == 0;
      }
      if ((flags & 0x400) != 0) {
        int at = 8 + ((flags & 0x1) != 0 ? 4 : 0);
        at += ((flags & 0x100) != 0 ? 4 : 0) + ((flags & 0x200) != 0 ? 4 : 0);
        return (run.getInt(at) & NOT_SYNC) == 0;
      }
      ByteBuffer head = BoxReader.require(traf, "tfhd");
      int set = head.getInt() & 0xffffff;
      int at = 8;
      for (int field : new int[] {0x1, 0x1, 0x2, 0x8, 0x10}) {
        at += (set & field) != 0 ? 4 : 0;
      }
      return (set & 0x20) != 0 && (head.getInt(at) & NOT_SYNC) == 0;
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      throw new MalformedException("fragment header too short");
    }
  }
}
