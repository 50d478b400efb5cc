package org.lynceus.alarm.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmHandling;
import org.lynceus.alarm.scheme.AlarmPriority;

/**
 * What the figures need of one alarm.
 *
 * @param number order of raising
 * @param source what it is about, the same text for the same thing
 * @param first when its first event happened or began
 * @param last when its last event happened or began
 * @param ended null while its state lasts
 * @param events how many events it is made of
 * @param raised when the center knew of it
 * @param acknowledged when somebody first took it, gave it away or closed it; null: nobody yet
 * @param closed when it was closed; null while it is open
 * @param by who has it or closed it
 * @param acts what people did about it, in order
 */
public record AlarmFact(
    long number,
    UUID schemeId,
    String schemeName,
    AlarmPriority priority,
    String type,
    String source,
    String sourceName,
    Instant first,
    Instant last,
    @Nullable Instant ended,
    int events,
    Instant raised,
    AlarmHandling handling,
    @Nullable Instant acknowledged,
    @Nullable Instant closed,
    @Nullable String by,
    List<Act> acts) {

  /** One act, with the user name of who did it. */
  public record Act(String kind, String by) {}
}
