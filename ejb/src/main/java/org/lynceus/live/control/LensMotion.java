package org.lynceus.live.control;

import org.lynceus.protocols.onvif.Imaging.Amount;
import org.lynceus.protocols.onvif.Imaging.Range;
import org.lynceus.shared.DomainException;

/**
 * How a lens is to move: focus from -1 (near) to 1 (far) until it is ordered otherwise, iris a step
 * towards -1 (closed) or 1 (open).
 */
public record LensMotion(double focus, int iris) {
  private static final int STEPS = 20;

  public LensMotion {
    if (!(focus >= -1 && focus <= 1)) {
      throw DomainException.invalid("/focus", "Give a number from -1 to 1.");
    }
    if (iris < -1 || iris > 1) {
      throw DomainException.invalid("/iris", "Give -1, 0 or 1.");
    }
  }

  /** The focus speed in the device's own range; its middle stands still. */
  double speedWithin(Range range) {
    return focus < 0 ? -focus * range.min() : focus * range.max();
  }

  /**
   * The iris after a step of a twentieth of its range. It is an attenuation in dB, 0 is fully open
   * (ONVIF schema, Exposure20); devices that count it below zero are open at 0, too.
   */
  double irisFrom(Amount now) {
    Range range = now.range();
    double open = Math.abs(range.max()) < Math.abs(range.min()) ? 1 : -1;
    double moved = now.value() + iris * open * (range.max() - range.min()) / STEPS;
    return Math.max(range.min(), Math.min(range.max(), moved));
  }
}
