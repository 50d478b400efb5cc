package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;
import org.lynceus.media.jpeg.JpegFormat;
import org.lynceus.media.jpeg.JpegHeader;

/**
 * Turns JPEG packets (RFC 2435, types 0 and 1, with and without restart markers) into whole JPEG
 * files. Pictures over 2040 pixels, which the format cannot name, are refused.
 */
public final class JpegDepacketiser implements VideoDepacketiser {
  private static final int HEADER = 8;
  private static final int RESTART = 64;
  private static final int OWN_TABLES = 128;
  private static final int NO_MEMORY = 255;

  private final JpegFormat format;
  private final NalSink sink;
  private final SequenceCounter sequence = new SequenceCounter();
  private final TimestampCounter timestamps = new TimestampCounter();
  private final ByteBuffer end = ByteBuffer.wrap(new byte[] {(byte) 0xff, (byte) 0xd9});
  private final byte[][] remembered = new byte[NO_MEMORY + 1][];
  private boolean open;
  private int expected;
  private long timestamp;
  private byte[] headerOf = {};
  private ByteBuffer header = ByteBuffer.allocate(0);

  public JpegDepacketiser(JpegFormat format, NalSink sink) {
    this.format = format;
    this.sink = sink;
  }

  @Override
  public void packet(RtpPacket packet, ByteBuffer buffer)
      throws MalformedException, PoolExhaustedException {
    boolean follows = sequence.follows(packet.sequence());
    long time = timestamps.extend(packet.timestamp());
    if (!follows || open && time != timestamp) {
      drop();
    }
    if (!follows) {
      sink.damaged();
    }
    timestamp = time;
    int at = packet.payloadStart();
    int to = packet.payloadEnd();
    if (to - at < HEADER) {
      return;
    }
    int offset = buffer.getInt(at) & 0xff_ffff;
    if (offset == 0) {
      drop();
      at = begin(buffer, at, to);
    } else if (!open || offset != expected) {
      drop();
      return;
    } else {
      at += HEADER + ((buffer.get(at + 4) & 0xff) >= RESTART ? 4 : 0);
    }
    if (!open || at > to) {
      drop();
      return;
    }
    sink.append(buffer, at, to);
    expected = offset + to - at;
    if (packet.marker()) {
      finish(buffer, to);
    }
  }

  @Override
  public SequenceCounter sequence() {
    return sequence;
  }

  /** Begins a picture; returns where its data begins. */
  private int begin(ByteBuffer buffer, int start, int to)
      throws MalformedException, PoolExhaustedException {
    int type = buffer.get(start + 4) & 0xff;
    int quality = buffer.get(start + 5) & 0xff;
    int width = (buffer.get(start + 6) & 0xff) * 8;
    int height = (buffer.get(start + 7) & 0xff) * 8;
    int kind = type & ~RESTART;
    if (kind > 1 || type >= OWN_TABLES || width == 0 || height == 0 || quality == 0) {
      throw new MalformedException(
          "The camera sends JPEG of a kind or size that cannot be carried; use H.264");
    }
    int at = start + HEADER;
    int interval = 0;
    if (type >= RESTART) {
      interval = to - at < 4 ? 0 : buffer.getShort(at) & 0xffff;
      at += 4;
    }
    byte[] tables = quality < OWN_TABLES ? JpegHeader.tables(quality) : null;
    if (tables == null) {
      int length = to - at < 4 ? 0 : buffer.getShort(at + 2) & 0xffff;
      tables = ownTables(buffer, at, to, quality, length);
      at += 4 + length;
    }
    if (tables != null) {
      byte[] key = Arrays.copyOf(tables, tables.length + 5);
      ByteBuffer.wrap(key, tables.length, 5)
          .put((byte) (width / 8))
          .put((byte) (height / 8))
          .put((byte) kind)
          .putShort((short) interval);
      start(key, width, height, kind == 1, tables, interval);
    }
    return at;
  }

  private void start(byte[] key, int width, int height, boolean twice, byte[] tables, int interval)
      throws MalformedException, PoolExhaustedException {
    if (!Arrays.equals(key, headerOf)) {
      headerOf = key;
      header = ByteBuffer.wrap(JpegHeader.write(width, height, twice, tables, interval));
    }
    format.size(width, height);
    open = true;
    sink.beginNal(header.get(0), timestamp);
    sink.append(header, 1, header.limit());
  }

  /** The camera's tables, null when they are missing and were not sent before. */
  private byte @Nullable [] ownTables(ByteBuffer buffer, int at, int to, int quality, int length) {
    if (length == 0) {
      return remembered[quality];
    }
    boolean usable =
        (length == JpegHeader.TABLE_BYTES || length == 2 * JpegHeader.TABLE_BYTES)
            && at + 4 + length <= to
            && buffer.get(at + 1) == 0;
    if (!usable) {
      return null;
    }
    byte[] tables = new byte[length];
    buffer.get(at + 4, tables);
    remembered[quality] = quality == NO_MEMORY ? null : tables;
    return tables;
  }

  private void finish(ByteBuffer buffer, int to) throws MalformedException, PoolExhaustedException {
    boolean ended = buffer.get(to - 2) == end.get(0) && buffer.get(to - 1) == end.get(1);
    if (!ended) {
      sink.append(end, 0, 2);
    }
    open = false;
    sink.endNal();
    sink.endAccessUnit();
  }

  /** The picture under way misses something. */
  private void drop() throws MalformedException, PoolExhaustedException {
    if (open) {
      open = false;
      sink.damaged();
      sink.endAccessUnit();
    }
  }
}
