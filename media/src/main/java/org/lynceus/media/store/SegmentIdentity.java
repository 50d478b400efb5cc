package org.lynceus.media.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.StreamKind;
import org.lynceus.media.mp4.BoxBuffer;
import org.lynceus.media.mp4.BoxReader;

/**
 * What a segment's file says of itself, in a uuid box behind moov, so that the index can be made
 * again from the disks: version, kind, ids of segment, channel, run and volume, start in
 * microseconds since 1970, offset on the run.
 */
record SegmentIdentity(
    UUID id,
    UUID channel,
    StreamKind kind,
    UUID volume,
    Instant start,
    UUID run,
    long runOffsetMicros) {
  private static final UUID BOX = UUID.fromString("4c796e63-6575-4d53-8365-676d656e7401");
  private static final int VERSION = 1;
  private static final int MAIN = 0;
  private static final int SUB = 1;
  private static final int BYTES = 16 + 4 + 4 * 16 + 2 * 8;

  /** Writes the box. */
  void write(BoxBuffer out) {
    out.begin("uuid");
    uuid(out, BOX);
    out.u8(VERSION).u8(kind == StreamKind.MAIN ? MAIN : SUB).u16(0);
    uuid(out, id);
    uuid(out, channel);
    uuid(out, run);
    uuid(out, volume);
    long micros = start.getEpochSecond() * 1_000_000 + start.getNano() / 1000;
    out.u64(micros).u64(runOffsetMicros).end();
  }

  /** Reads the box out of an initialisation segment, null when there is none. */
  static @Nullable SegmentIdentity find(ByteBuffer init) throws MalformedException {
    BoxReader boxes = new BoxReader(init);
    while (boxes.next()) {
      ByteBuffer body = boxes.body();
      if (boxes.type().equals("uuid") && body.remaining() == BYTES && uuid(body).equals(BOX)) {
        return parse(body);
      }
    }
    return null;
  }

  private static SegmentIdentity parse(ByteBuffer body) throws MalformedException {
    int version = body.get();
    int kind = body.get();
    body.getShort();
    if (version != VERSION || kind != MAIN && kind != SUB) {
      throw new MalformedException("segment of another version");
    }
    UUID id = uuid(body);
    UUID channel = uuid(body);
    UUID run = uuid(body);
    UUID volume = uuid(body);
    long micros = body.getLong();
    Instant start =
        Instant.EPOCH
            .plusSeconds(Math.floorDiv(micros, 1_000_000L))
            .plusNanos(Math.floorMod(micros, 1_000_000L) * 1000);
    return new SegmentIdentity(
        id,
        channel,
        kind == MAIN ? StreamKind.MAIN : StreamKind.SUB,
        volume,
        start,
        run,
        body.getLong());
  }

  private static void uuid(BoxBuffer out, UUID value) {
    out.u64(value.getMostSignificantBits()).u64(value.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }
}
