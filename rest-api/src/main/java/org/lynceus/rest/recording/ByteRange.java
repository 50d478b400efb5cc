package org.lynceus.rest.recording;

import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/**
 * One range of a Range header (RFC 9110, 14.1.2).
 *
 * @param first first byte
 * @param length bytes, at least one
 */
record ByteRange(long first, long length) {
  /**
   * The range asked for of a file of {@code size} bytes, or null when the whole is meant: no
   * header, several ranges, or a form that is not understood.
   */
  static @Nullable ByteRange parse(@Nullable String header, long size) {
    if (header == null || !header.startsWith("bytes=") || header.indexOf(',') >= 0) {
      return null;
    }
    String spec = header.substring("bytes=".length()).strip();
    int dash = spec.indexOf('-');
    if (dash < 0 || spec.length() > 40) {
      return null;
    }
    try {
      String before = spec.substring(0, dash);
      String after = spec.substring(dash + 1);
      if (before.isEmpty()) {
        long suffix = Math.min(Long.parseLong(after), size);
        return within(size - suffix, suffix, size);
      }
      long first = Long.parseLong(before);
      long last = after.isEmpty() ? size - 1 : Math.min(Long.parseLong(after), size - 1);
      return within(first, last - first + 1, size);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static ByteRange within(long first, long length, long size) {
    if (first < 0 || first >= size || length < 1) {
      throw new DomainException(
          ProblemType.RANGE_NOT_SATISFIABLE, "The file has " + size + " bytes.");
    }
    return new ByteRange(first, length);
  }
}
