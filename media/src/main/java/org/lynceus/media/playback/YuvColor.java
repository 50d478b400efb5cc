package org.lynceus.media.playback;

/**
 * BT.709 limited range to RGB, in 10-bit fixed point: what cameras send when they say nothing else.
 */
final class YuvColor {
  private YuvColor() {}

  /**
   * A pixel.
   *
   * @param y luma, 0..255
   * @param cb blue difference, -128..127
   * @param cr red difference, -128..127
   */
  static int rgb(int y, int cb, int cr) {
    int base = 1192 * (y - 16) + 512;
    int red = base + 1836 * cr >> 10;
    int green = base - 218 * cb - 546 * cr >> 10;
    int blue = base + 2163 * cb >> 10;
    return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
