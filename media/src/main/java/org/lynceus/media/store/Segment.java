package org.lynceus.media.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;

/**
 * One recorded file, as the index knows it. Segments of a stream never overlap in time. Segments of
 * the same run are one continuous timeline: their decode times go on from file to file and no
 * discontinuity lies between them.
 *
 * @param id UUIDv7 of the start
 * @param volume the volume that holds the file
 * @param path relative to the volume, with forward slashes
 * @param start wall clock of the first frame
 * @param durationMicros sum of the fragments
 * @param bytes length of the file as far as it is described here
 * @param closed no more fragments will come
 * @param recovered found again after a crash
 * @param codecs RFC 6381, for example {@code avc1.64001f,mp4a.40.2}; G.711 is {@code alaw} or
 *     {@code ulaw}
 * @param width pixels
 * @param height pixels
 * @param initBytes length of the initialisation segment at the start of the file
 * @param run the run it belongs to
 * @param runOffsetMicros start of the segment on the run's timeline
 * @param fragments in order of time and offset
 * @param sha256 of the whole file in hex, null until closed and where digests are off
 */
public record Segment(
    UUID id,
    UUID channel,
    StreamKind kind,
    UUID volume,
    String path,
    Instant start,
    long durationMicros,
    long bytes,
    boolean closed,
    boolean recovered,
    String codecs,
    int width,
    int height,
    int initBytes,
    UUID run,
    long runOffsetMicros,
    List<Fragment> fragments,
    @Nullable String sha256) {
  public Segment {
    fragments = List.copyOf(fragments);
  }

  public StreamKey key() {
    return new StreamKey(channel, kind);
  }

  /** Wall clock of the end (exclusive). */
  public Instant end() {
    return start.plusNanos(durationMicros * 1000);
  }

  /** The same segment as closed, recovered and of this digest. */
  public Segment recovered(@Nullable String digest) {
    return new Segment(
        id,
        channel,
        kind,
        volume,
        path,
        start,
        durationMicros,
        bytes,
        true,
        true,
        codecs,
        width,
        height,
        initBytes,
        run,
        runOffsetMicros,
        fragments,
        digest);
  }

  /**
   * Whether the file has audio that browsers cannot play, so that they are served the video alone.
   */
  public boolean videoOnlyForBrowsers() {
    return codecs.endsWith(",alaw") || codecs.endsWith(",ulaw");
  }
}
