package org.lynceus.live.control;

import org.lynceus.shared.DomainException;

/**
 * A box on the picture in parts of it, from the left and from the top; without a size it is a
 * point. Throws a validation problem for a box that leaves the picture.
 */
public record PictureBox(double left, double top, double width, double height) {
  private static final double ROUNDING = 1e-6;

  public PictureBox {
    require("/left", left, 1);
    require("/top", top, 1);
    require("/width", width, 1 - left + ROUNDING);
    require("/height", height, 1 - top + ROUNDING);
  }

  /** Its middle, right of that of the picture; 1 is the edge. */
  public double right() {
    return 2 * (left + width / 2) - 1;
  }

  /** Its middle, above that of the picture; 1 is the edge. */
  public double up() {
    return 1 - 2 * (top + height / 2);
  }

  /** How many times larger it is shown when its longer side fills the picture; 1 for a point. */
  public double magnification() {
    double longer = Math.max(width, height);
    return longer == 0 ? 1 : 1 / longer;
  }

  private static void require(String pointer, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw DomainException.invalid(pointer, "Give a part of the picture from 0 to 1.");
    }
  }
}
