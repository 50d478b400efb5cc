package org.lynceus.media.store;

import java.util.List;

/**
 * The packed form of a segment's fragments for the index: version byte, count, then per fragment
 * the differences as unsigned LEB128 numbers. Decoding is bounded and refuses anything {@link
 * #encode} cannot have written.
 */
public final class FragmentTable {
  private FragmentTable() {}

  public static byte[] encode(List<Fragment> fragments) {
    throw new UnsupportedOperationException();
  }

  /** Throws {@link IllegalArgumentException} for bytes that are no fragment table. */
  public static List<Fragment> decode(byte[] table) {
    throw new UnsupportedOperationException();
  }
}
