package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmHandling;
import org.lynceus.alarm.scheme.AlarmPriority;

/** An alarm; its version is the ETag. */
public record AlarmView(
    @NotNull UUID id,
    @NotNull @Schema(description = "order of raising; for people to name it") String number,
    @NotNull UUID schemeId,
    @NotNull String schemeName,
    @NotNull AlarmPriority priority,
    @Nullable String procedure,
    @NotNull @Schema(description = "the type of its events") String type,
    @Nullable @Schema(description = "null for an alarm of the center itself") UUID deviceId,
    @Nullable UUID channelId,
    @Nullable String part,
    @NotNull String sourceName,
    @NotNull Instant firstAt,
    @NotNull Instant lastAt,
    @Nullable @Schema(description = "null while the state lasts") Instant endedAt,
    @NotNull @Schema(description = "no end was told; it was taken to have ended")
        Boolean endMissing,
    @NotNull @Schema(description = "how many events it is made of") Integer occurrences,
    @NotNull AlarmHandling handling,
    @Nullable String owner,
    @Nullable String handledBy,
    @Nullable Instant handledAt,
    @NotNull
        @Schema(description = "why it is not among the open ones: shelved, or its device was away")
        Alarm.Hold held,
    @NotNull @Schema(description = "a late event showed that it is none") Boolean gone,
    @Nullable @Schema(description = "the alarm that has its events now") UUID mergedInto,
    @NotNull @Schema(description = "channels whose live pictures are to open") List<UUID> popup,
    @NotNull @Schema(description = "it flashes on maps") Boolean flashes,
    @NotNull @Schema(description = "it sounds until somebody has it") Boolean sounds,
    @Nullable @Schema(description = "when somebody was last sent a notice of it") Instant noticedAt,
    @NotNull Instant raisedAt,
    @NotNull Long version) {
  /** The view of an alarm. */
  public static AlarmView of(Alarm alarm) {
    return new AlarmView(
        alarm.id(),
        Long.toString(alarm.number()),
        alarm.schemeId(),
        alarm.schemeName(),
        alarm.priority(),
        alarm.procedure(),
        alarm.type(),
        alarm.deviceId(),
        alarm.channelId(),
        alarm.part(),
        alarm.sourceName(),
        alarm.first(),
        alarm.last(),
        alarm.ended(),
        alarm.endMissing(),
        alarm.occurrences(),
        alarm.handling(),
        alarm.owner(),
        alarm.handledBy(),
        alarm.handledAt(),
        alarm.held(),
        alarm.gone(),
        alarm.mergedInto(),
        alarm.popup(),
        alarm.flashes(),
        alarm.sounds(),
        alarm.noticedAt(),
        alarm.raisedAt(),
        alarm.version());
  }
}
