package org.lynceus.device;

import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/**
 * How a camera's head is reached.
 *
 * @param number of the channel at its device, from 1
 * @param profile token of the ONVIF profile; {@link OfferedChannel#DIALLED} where the device dials
 *     in
 */
public record PtzTarget(OnvifTarget device, int number, String profile) {
  /** Refuses a camera without a profile: nothing moves it. */
  static PtzTarget of(OnvifTarget device, int number, @Nullable String profile) {
    if (profile == null) {
      throw new DomainException(ProblemType.CONFLICT, "This camera cannot be moved.");
    }
    return new PtzTarget(device, number, profile);
  }
}
