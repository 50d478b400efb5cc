package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.report.AlarmReport;
import org.lynceus.alarm.report.Floods;
import org.lynceus.alarm.report.Waits;
import org.lynceus.alarm.scheme.AlarmPriority;

/** Figures about the alarms that began in a range of time. */
@Schema(name = "AlarmReport")
public record AlarmReportView(
    @NotNull Instant from,
    @NotNull @Schema(description = "of the part of the range that is over: rates are of it")
        Instant to,
    @NotNull Integer total,
    @NotNull @Schema(description = "not closed yet") Integer open,
    @NotNull Priorities priorities,
    @NotNull @Schema(description = "hours with alarms, in order") List<HourView> hours,
    @NotNull @Schema(description = "people who have or closed some of them") Integer operators,
    @NotNull @Schema(description = "alarms in ten minutes, on average") Double perTenMinutes,
    @Nullable @Schema(description = "the same for each of the people; null: there are none")
        Double perOperator,
    @NotNull @Schema(description = "the most in ten minutes") Integer busiest,
    @NotNull @Schema(description = "from more than 10 in ten minutes until fewer than 5 are left")
        List<FloodView> floods,
    @NotNull @Schema(description = "part of the time, 0 to 1") Double floodShare,
    @NotNull @Schema(description = "the 20 sources with most alarms") List<SourceCount> sources,
    @NotNull
        @Schema(
            description =
                "the 20 sources with most alarms that show three events within 60 s for certain")
        List<SourceCount> chattering,
    @NotNull @Schema(description = "lasted longer than 24 h, or have until now") Integer stale,
    @NotNull WaitsView acknowledge,
    @NotNull WaitsView resolve,
    @NotNull @Schema(description = "the 20 schemes with most alarms") List<SchemeCount> schemes,
    @NotNull @Schema(description = "the 20 people who did something about most alarms")
        List<OperatorView> people) {

  /** How many of each priority. */
  @Schema(name = "AlarmPriorities")
  public record Priorities(
      @NotNull Integer critical,
      @NotNull Integer high,
      @NotNull Integer medium,
      @NotNull Integer low) {
    static Priorities of(Map<AlarmPriority, ? extends Number> counts) {
      return new Priorities(
          count(counts, AlarmPriority.CRITICAL),
          count(counts, AlarmPriority.HIGH),
          count(counts, AlarmPriority.MEDIUM),
          count(counts, AlarmPriority.LOW));
    }

    private static int count(Map<AlarmPriority, ? extends Number> counts, AlarmPriority one) {
      Number found = counts.get(one);
      return found == null ? 0 : found.intValue();
    }
  }

  /** Alarms of one hour. */
  @Schema(name = "AlarmHour")
  public record HourView(@NotNull Instant at, @NotNull Priorities priorities) {}

  /** More alarms than a person can handle. */
  @Schema(name = "AlarmFlood")
  public record FloodView(
      @NotNull Instant start,
      @Nullable @Schema(description = "null: it lasts") Instant end,
      @NotNull Integer count,
      @NotNull @Schema(description = "the most within ten minutes") Integer peak) {
    static FloodView of(Floods.Flood flood) {
      return new FloodView(flood.start(), flood.end(), flood.count(), flood.peak());
    }
  }

  /** A source and type with its alarms. */
  @Schema(name = "AlarmSourceCount")
  public record SourceCount(@NotNull String name, @NotNull String type, @NotNull Integer count) {
    static SourceCount of(AlarmReport.Source source) {
      return new SourceCount(source.name(), source.type(), source.count());
    }
  }

  /** How long people took. */
  @Schema(name = "AlarmWaits")
  public record WaitsView(
      @NotNull Integer count,
      @Nullable @Schema(description = "null: there are none") Long medianSeconds,
      @Nullable @Schema(description = "null: there are none") Long p95Seconds) {
    static WaitsView of(Waits.Figures figures) {
      return new WaitsView(figures.count(), figures.medianSeconds(), figures.p95Seconds());
    }
  }

  /** A scheme with its alarms. */
  @Schema(name = "AlarmSchemeCount")
  public record SchemeCount(
      @NotNull UUID id,
      @NotNull String name,
      @NotNull Integer count,
      @NotNull Integer closed,
      @NotNull Integer falseAlarms) {
    static SchemeCount of(AlarmReport.Scheme scheme) {
      return new SchemeCount(
          scheme.id(), scheme.name(), scheme.count(), scheme.closed(), scheme.falseAlarms());
    }
  }

  /** What one person did about alarms. */
  @Schema(name = "AlarmOperator")
  public record OperatorView(
      @NotNull String name,
      @NotNull @Schema(description = "about which this person did something") Integer alarms,
      @NotNull Double perHour,
      @NotNull Integer resolved,
      @NotNull Integer falseAlarms,
      @NotNull Integer ignored,
      @NotNull @Schema(description = "times") Integer forwarded,
      @NotNull @Schema(description = "times, from somebody else") Integer takenOver,
      @NotNull @Schema(description = "of alarms that nobody had done anything about before")
          WaitsView acknowledge,
      @NotNull @Schema(description = "of alarms that this person closed") WaitsView resolve) {
    static OperatorView of(AlarmReport.Operator one) {
      return new OperatorView(
          one.name(),
          one.alarms(),
          one.perHour(),
          one.resolved(),
          one.falseAlarms(),
          one.ignored(),
          one.forwarded(),
          one.takenOver(),
          WaitsView.of(one.acknowledge()),
          WaitsView.of(one.resolve()));
    }
  }

  static AlarmReportView of(AlarmReport report) {
    return new AlarmReportView(
        report.counted().from(),
        report.counted().to(),
        report.total(),
        report.open(),
        Priorities.of(report.priorities()),
        report.hours().stream()
            .map(hour -> new HourView(hour.at(), Priorities.of(hour.priorities())))
            .toList(),
        report.operators(),
        report.perTenMinutes(),
        report.perOperator(),
        report.busiest(),
        report.floods().stream().map(FloodView::of).toList(),
        report.floodShare(),
        report.sources().stream().map(SourceCount::of).toList(),
        report.chattering().stream().map(SourceCount::of).toList(),
        report.stale(),
        WaitsView.of(report.acknowledge()),
        WaitsView.of(report.resolve()),
        report.schemes().stream().map(SchemeCount::of).toList(),
        report.people().stream().map(OperatorView::of).toList());
  }
}
