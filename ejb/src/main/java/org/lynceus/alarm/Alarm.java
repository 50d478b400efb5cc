package org.lynceus.alarm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmPriority;

/**
 * An alarm: events of one scheme, source and type, whether their state lasts, and what people have
 * done about it. Its scheme's name, priority and procedure are those of the time it was raised.
 *
 * @param number order of raising in the whole cluster
 * @param channelId null when it is about a device as a whole or the center
 * @param deviceId null when it is about the center
 * @param ended null while the state lasts
 * @param endMissing no end was told; it was taken to have ended
 * @param owner who works on it
 * @param held it was shelved or its device was away when it was raised
 * @param gone it is none any more: its events belong to another one, or were of states too short
 * @param mergedInto the alarm that has its events now
 * @param popup channels whose live pictures are to open where it is told
 * @param flashes it flashes on maps
 * @param sounds it sounds until somebody has it
 * @param noticedAt when somebody was last sent a notice of it
 */
public record Alarm(
    UUID id,
    long number,
    UUID schemeId,
    String schemeName,
    AlarmPriority priority,
    @Nullable String procedure,
    String type,
    @Nullable UUID deviceId,
    @Nullable UUID channelId,
    @Nullable String part,
    String sourceKey,
    String sourceName,
    Instant first,
    Instant last,
    @Nullable Instant ended,
    boolean endMissing,
    int occurrences,
    AlarmHandling handling,
    @Nullable String owner,
    @Nullable String handledBy,
    @Nullable Instant handledAt,
    Hold held,
    boolean gone,
    @Nullable UUID mergedInto,
    List<UUID> toRoles,
    List<String> toUsers,
    List<UUID> popup,
    boolean flashes,
    boolean sounds,
    @Nullable Instant noticedAt,
    Instant raisedAt,
    long version) {

  /** Why an alarm is not among the open ones. */
  public enum Hold {
    NONE,
    SHELVED,
    /** Its device was away. */
    SUPPRESSED
  }

  /** For whom it is, beside those who may see its source. */
  boolean addressed() {
    return !toRoles.isEmpty() || !toUsers.isEmpty();
  }
}
