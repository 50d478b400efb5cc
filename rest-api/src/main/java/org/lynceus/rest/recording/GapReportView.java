package org.lynceus.rest.recording;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.media.StreamKind;
import org.lynceus.recording.GapReport;

/** What is missing of a day. */
public record GapReportView(
    @NotNull LocalDate day, @NotNull String zone, @NotNull List<OfChannel> channels) {

  /** One stream of a channel. */
  @Schema(name = "GapReportChannel")
  public record OfChannel(
      @NotNull UUID channelId,
      @NotNull StreamKind stream,
      @NotNull String channelName,
      @NotNull @Schema(description = "planned to be recorded continuously") Long plannedSeconds,
      @NotNull Long recordedSeconds,
      @NotNull List<TimelineView.TimelineGap> gaps) {}

  static GapReportView of(GapReport report) {
    return new GapReportView(
        report.day(),
        report.zone().getId(),
        report.channels().stream()
            .map(
                c ->
                    new OfChannel(
                        c.stream().channel(),
                        c.stream().kind(),
                        c.channelName(),
                        c.planned().toSeconds(),
                        c.recorded().toSeconds(),
                        c.gaps().stream().map(TimelineView.TimelineGap::of).toList()))
            .toList());
  }
}
