package org.lynceus.media.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.digest.Sha256;
import org.lynceus.media.store.Segment;

/**
 * Links the closed segments of a stream and day, so that none can be changed, left out or put in
 * later unnoticed: {@code chain(n) = SHA-256(chain(n-1) || link(n))}, where a link is the segment's
 * identity and the SHA-256 of its file in a fixed binary form. Pure.
 */
public final class SegmentChain {
  private static final String START = "lynceus segment chain 1";
  private static final int LINK_BYTES = 16 + 16 + 1 + 8 + 4 + 8 + 8 + 32;

  private SegmentChain() {}

  /**
   * What is chained of a segment.
   *
   * @param sha256 of its file in hex
   */
  public record Link(
      UUID segment,
      UUID channel,
      StreamKind kind,
      Instant start,
      long durationMicros,
      long bytes,
      String sha256) {
    /** The link of a closed segment; throws {@link IllegalArgumentException} without a digest. */
    public static Link of(Segment segment) {
      String digest = segment.sha256();
      if (!segment.closed() || digest == null) {
        throw new IllegalArgumentException("the segment is not closed or has no digest");
      }
      return new Link(
          segment.id(),
          segment.channel(),
          segment.kind(),
          segment.start(),
          segment.durationMicros(),
          segment.bytes(),
          digest);
    }
  }

  /** The value before the first segment of a stream's day (UTC), in hex. */
  public static String start(StreamKey stream, LocalDate day) {
    String text = START + " " + stream + " " + day;
    return HexFormat.of()
        .formatHex(Sha256.messageDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The value after one more segment, in hex. */
  public static String next(String before, Link link) {
    MessageDigest digest = Sha256.messageDigest();
    digest.update(HexFormat.of().parseHex(before));
    digest.update(canonical(link));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Recalculates a chain.
   *
   * @param before the value before the first link
   * @param links in order
   * @param values as stored, one for each link
   * @return the first link whose value is wrong, null when all are right
   */
  public static @Nullable Link firstWrong(String before, List<Link> links, List<String> values) {
    if (links.size() != values.size()) {
      throw new IllegalArgumentException("a value for each link is needed");
    }
    String expected = before;
    for (int i = 0; i < links.size(); i++) {
      expected = next(expected, links.get(i));
      if (!expected.equals(values.get(i))) {
        return links.get(i);
      }
    }
    return null;
  }

  private static byte[] canonical(Link link) {
    ByteBuffer out = ByteBuffer.allocate(LINK_BYTES);
    uuid(out, link.segment);
    uuid(out, link.channel);
    out.put((byte) (link.kind == StreamKind.MAIN ? 0 : 1));
    out.putLong(link.start.getEpochSecond()).putInt(link.start.getNano());
    out.putLong(link.durationMicros).putLong(link.bytes);
    out.put(HexFormat.of().parseHex(link.sha256));
    return out.array();
  }

  private static void uuid(ByteBuffer out, UUID value) {
    out.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
  }
}
