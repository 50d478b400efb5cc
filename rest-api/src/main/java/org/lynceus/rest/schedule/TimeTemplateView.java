package org.lynceus.rest.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.schedule.TimeTemplate;
import org.lynceus.schedule.TimeTemplateUse;

/** A time template; its version is the ETag. */
public record TimeTemplateView(
    @NotNull UUID id,
    @NotNull String name,
    @NotNull Boolean builtin,
    @Nullable @Schema(description = "IANA zone of the periods; null: the zone of the site")
        String zone,
    @NotNull Map<DayOfWeek, List<PeriodView>> week,
    @NotNull List<HolidayView> holidays,
    @NotNull List<UseView> usedBy,
    @NotNull Long version) {

  /** One thing that follows a template. */
  @Schema(name = "TimeTemplateUseView")
  public record UseView(
      @NotNull @Schema(examples = {"recording-plan"}) String kind,
      @NotNull UUID id,
      @NotNull String name) {}

  static TimeTemplateView of(TimeTemplate template, List<TimeTemplateUse.Use> uses) {
    Map<DayOfWeek, List<PeriodView>> week = new EnumMap<>(DayOfWeek.class);
    template.rules().week().forEach((day, periods) -> week.put(day, PeriodView.of(periods)));
    ZoneId zone = template.zone();
    return new TimeTemplateView(
        template.id(),
        template.name(),
        template.builtin(),
        zone == null ? null : zone.getId(),
        week,
        template.rules().holidays().stream().map(HolidayView::of).toList(),
        uses.stream().map(use -> new UseView(use.kind(), use.id(), use.name())).toList(),
        template.version());
  }
}
