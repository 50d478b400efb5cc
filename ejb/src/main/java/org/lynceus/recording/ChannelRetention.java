package org.lynceus.recording;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;

/**
 * How long recordings of a channel are kept, and where.
 *
 * @param minDays should be kept so long; null: no such wish
 * @param maxDays must be deleted after; null: until the room is needed
 * @param quotaBytes most bytes, oldest go first; null: no bound
 * @param volumeGroupId null: any volume
 * @param version 0 when it was never set
 */
public record ChannelRetention(
    @Nullable Integer minDays,
    @Nullable Integer maxDays,
    @Nullable Long quotaBytes,
    @Nullable UUID volumeGroupId,
    long version) {
  static final ChannelRetention NEVER_SET = new ChannelRetention(null, null, null, null, 0);
  private static final int MOST_DAYS = 3650;
  private static final long LEAST_QUOTA = 100_000_000;

  /** Refuses what makes no sense. */
  ChannelRetention checked() {
    days("/minDays", minDays);
    days("/maxDays", maxDays);
    if (minDays != null && maxDays != null && minDays > maxDays) {
      throw DomainException.invalid(
          "/minDays", "What must be deleted after " + maxDays + " days cannot be kept longer.");
    }
    if (quotaBytes != null && quotaBytes < LEAST_QUOTA) {
      throw DomainException.invalid("/quotaBytes", "The quota is at least 100 MB.");
    }
    return this;
  }

  private static void days(String pointer, @Nullable Integer days) {
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw DomainException.invalid(pointer, "Give 1 to " + MOST_DAYS + " days.");
    }
  }
}
