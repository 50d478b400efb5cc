package org.lynceus.media.rtp;

import java.nio.ByteBuffer;
import java.util.Map;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.PoolExhaustedException;

/**
 * AAC in RTP (RFC 3640): a section of AU headers, then the frames; a frame larger than a packet
 * comes in several packets of one timestamp. Interleaved frames (a non-zero AU-index-delta) are not
 * used by cameras and are refused.
 */
public final class AacDepacketiser implements AudioDepacketiser {
  private static final int LARGEST_FRAME = 8192;
  private static final int FRAME_SAMPLES = 1024;

  private final AudioSink sink;
  private final int sizeBits;
  private final int indexBits;
  private final int deltaBits;
  private final SequenceCounter sequence = new SequenceCounter();
  private final TimestampCounter timestamps = new TimestampCounter();
  private final ByteBuffer partial = ByteBuffer.allocate(LARGEST_FRAME);
  private int partialSize;

  /** Takes the lengths of the header fields from the fmtp parameters. */
  public AacDepacketiser(Map<String, String> parameters, AudioSink sink) throws MalformedException {
    this.sink = sink;
    this.sizeBits = bits(parameters, "sizelength", 13);
    this.indexBits = bits(parameters, "indexlength", 3);
    this.deltaBits = bits(parameters, "indexdeltalength", 3);
    if (sizeBits == 0 || sizeBits + Math.max(indexBits, deltaBits) > 30) {
      throw new MalformedException("The camera describes AAC with impossible header lengths");
    }
  }

  @Override
  public void packet(RtpPacket packet, ByteBuffer buffer)
      throws MalformedException, PoolExhaustedException {
    if (!sequence.follows(packet.sequence())) {
      partialSize = 0;
    }
    long time = timestamps.extend(packet.timestamp());
    int start = packet.payloadStart();
    int end = packet.payloadEnd();
    if (end - start < 2) {
      return;
    }
    int headerBits = buffer.getShort(start) & 0xffff;
    int data = start + 2 + (headerBits + 7) / 8;
    if (data > end) {
      throw new MalformedException("The camera sends an AAC packet shorter than its headers");
    }
    frames(buffer, start + 2, headerBits, data, end, time);
  }

  @Override
  public SequenceCounter sequence() {
    return sequence;
  }

  private void frames(ByteBuffer buffer, int headers, int headerBits, int data, int end, long time)
      throws MalformedException, PoolExhaustedException {
    int bit = 0;
    int at = data;
    for (int i = 0; bit + sizeBits <= headerBits; i++) {
      int size = read(buffer, headers, bit, sizeBits);
      int indexLength = i == 0 ? indexBits : deltaBits;
      if (bit + sizeBits + indexLength > headerBits) {
        return;
      }
      if (i > 0 && read(buffer, headers, bit + sizeBits, indexLength) != 0) {
        throw new MalformedException("The camera interleaves AAC frames, which is not supported");
      }
      bit += sizeBits + indexLength;
      if (size > end - at) {
        partial(buffer, at, end, size, time);
        return;
      }
      if (size > 0) {
        sink.audio(time + (long) i * FRAME_SAMPLES, buffer, at, at + size);
      }
      at += size;
    }
  }

  private void partial(ByteBuffer buffer, int from, int to, int size, long time)
      throws MalformedException, PoolExhaustedException {
    if (size > LARGEST_FRAME) {
      throw new MalformedException("The camera sends an AAC frame of " + size + " bytes");
    }
    if (partialSize != size) {
      partial.clear();
      partialSize = size;
    }
    if (partial.position() + to - from > size) {
      partialSize = 0;
      return;
    }
    partial.put(partial.position(), buffer, from, to - from);
    partial.position(partial.position() + to - from);
    if (partial.position() == size) {
      partialSize = 0;
      sink.audio(time, partial, 0, size);
    }
  }

  private static int read(ByteBuffer buffer, int start, int bit, int count) {
    int value = 0;
    for (int i = bit; i < bit + count; i++) {
      value = value << 1 | buffer.get(start + (i >>> 3)) >>> (7 - (i & 7)) & 1;
    }
    return value;
  }

  private static int bits(Map<String, String> parameters, String name, int usual)
      throws MalformedException {
    String text = parameters.get(name);
    if (text == null) {
      return usual;
    }
    try {
      int bits = Integer.parseInt(text);
      if (bits >= 0 && bits <= 16) {
        return bits;
      }
    } catch (NumberFormatException notNumber) {
      throw new MalformedException("The camera describes AAC with a broken " + name);
    }
    throw new MalformedException("The camera describes AAC with an impossible " + name);
  }
}
