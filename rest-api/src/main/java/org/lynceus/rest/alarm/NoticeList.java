package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.alarm.linkage.AlarmNotice;

/** The caller's newest notices of alarms, newest first. */
@Schema(name = "AlarmNoticeList")
public record NoticeList(@NotNull List<Item> items) {
  /** One notice. */
  @Schema(name = "AlarmNoticeView")
  public record Item(
      @NotNull UUID id,
      @NotNull UUID alarmId,
      @NotNull Instant at,
      @NotNull String text,
      @NotNull @Schema(description = "the caller has read it") Boolean read) {}

  static NoticeList of(List<AlarmNotice> notices) {
    return new NoticeList(
        notices.stream()
            .map(one -> new Item(one.id(), one.alarmId(), one.at(), one.text(), one.read()))
            .toList());
  }
}
