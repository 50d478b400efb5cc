package org.lynceus.live.control;

/**
 * What generic positions mean for the picture, estimated: ONVIF's generic spaces have no degrees.
 * The estimate is a usual dome: pan and tilt from -1 to 1 are 360 and 180 degrees, the widest
 * picture is 60 by 34 degrees, zoom from 0 to 1 magnifies 1 to 20 times, in proportion. A head of
 * other proportions goes into the right direction, but too far or not far enough.
 */
final class ViewEstimate {
  private static final double HALF_WIDTH = 30.0 / 180;
  private static final double HALF_HEIGHT = 17.0 / 90;
  private static final double MOST_MAGNIFIED = 20;

  private ViewEstimate() {}

  /** How far to pan so that what is at a place of the picture comes to its middle; 1: the edge. */
  static double pan(double right, double zoom) {
    return right * HALF_WIDTH / magnification(zoom);
  }

  /** The same for tilting. */
  static double tilt(double up, double zoom) {
    return up * HALF_HEIGHT / magnification(zoom);
  }

  /** The zoom at which everything is so many times larger than at another zoom, within 0 to 1. */
  static double zoom(double now, double times) {
    double wanted = (magnification(now) * times - 1) / (MOST_MAGNIFIED - 1);
    return Math.max(0, Math.min(1, wanted));
  }

  private static double magnification(double zoom) {
    return 1 + zoom * (MOST_MAGNIFIED - 1);
  }
}
