package org.lynceus.recording;

import java.util.List;
import java.util.UUID;
import org.lynceus.media.StreamKind;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;

/** A plan as it ought to be, checked as far as it can be without the database. */
public record PlanDraft(
    String name,
    boolean enabled,
    UUID templateId,
    RecordingKind kind,
    StreamKind stream,
    int preSeconds,
    int postSeconds,
    List<UUID> channelIds) {
  /** The most channels of one plan. */
  public static final int MOST_CHANNELS = 10_000;

  public PlanDraft {
    name = Limits.name(name);
    channelIds = channelIds.stream().distinct().toList();
    if (kind == RecordingKind.MANUAL) {
      throw DomainException.invalid(
          "/kind", "Manual recording is started at a channel, not planned.");
    }
    if (preSeconds < 0 || preSeconds > 30) {
      throw DomainException.invalid("/preSeconds", "The pre-record is 0 to 30 seconds.");
    }
    if (postSeconds < 0 || postSeconds > 600) {
      throw DomainException.invalid("/postSeconds", "The post-record is 0 to 600 seconds.");
    }
    if (channelIds.size() > MOST_CHANNELS) {
      throw DomainException.invalid(
          "/channelIds", "A plan has at most " + MOST_CHANNELS + " channels; make two.");
    }
  }
}
