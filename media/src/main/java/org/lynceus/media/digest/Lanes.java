package org.lynceus.media.digest;

/**
 * The compression function of SHA-256 (FIPS 180-4, 6.2.2) on several messages at once. Word {@code
 * i} of lane {@code l} is at {@code i * width() + l}.
 */
interface Lanes {
  /** How many messages go side by side. */
  int width();

  /**
   * Takes one block of 64 bytes of each message.
   *
   * @param state 8 words of each lane, changed
   * @param words 64 words of each lane, the first 16 being the block; the others are overwritten
   */
  void compress(int[] state, int[] words);
}
