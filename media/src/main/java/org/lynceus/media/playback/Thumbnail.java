package org.lynceus.media.playback;

import java.awt.image.BufferedImage;

/** Scales pictures down by averaging all pixels of the source that fall into one of the target. */
final class Thumbnail {
  private Thumbnail() {}

  /** The picture itself when it is not wider. */
  static BufferedImage scaled(BufferedImage source, int width) {
    if (source.getWidth() <= width) {
      return source;
    }
    int height = Math.max(1, Math.round(source.getHeight() * (float) width / source.getWidth()));
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      int top = y * source.getHeight() / height;
      int rows = Math.max(1, (y + 1) * source.getHeight() / height - top);
      int[] pixels = source.getRGB(0, top, source.getWidth(), rows, null, 0, source.getWidth());
      for (int x = 0; x < width; x++) {
        int left = x * source.getWidth() / width;
        int right = Math.max(left + 1, (x + 1) * source.getWidth() / width);
        target.setRGB(x, y, average(pixels, source.getWidth(), rows, left, right));
      }
    }
    return target;
  }

  private static int average(int[] pixels, int stride, int rows, int left, int right) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int row = 0; row < rows; row++) {
      for (int x = left; x < right; x++) {
        int pixel = pixels[row * stride + x];
        red += pixel >> 16 & 255;
        green += pixel >> 8 & 255;
        blue += pixel & 255;
      }
    }
    long count = (long) rows * (right - left);
    return (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
  }
}
