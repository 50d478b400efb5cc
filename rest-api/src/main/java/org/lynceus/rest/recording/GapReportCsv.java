package org.lynceus.rest.recording;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lynceus.recording.Gap;
import org.lynceus.recording.GapReport;
import org.lynceus.shared.Csv;

/**
 * The report of gaps as CSV (RFC 4180), a line per gap and one for each channel without any. Begins
 * with a byte order mark, by which spreadsheets know UTF-8; a text that a spreadsheet would take
 * for a formula begins with an apostrophe.
 */
final class GapReportCsv {
  private static final List<String> HEAD =
      List.of(
          "channel",
          "stream",
          "planned s",
          "recorded s",
          "from",
          "to",
          "missing s",
          "reason",
          "text");

  private GapReportCsv() {}

  static String of(GapReport report) {
    return Csv.MARK
        + Stream.concat(
                Stream.of(HEAD),
                report.channels().stream().flatMap(channel -> lines(report, channel)))
            .map(Csv::line)
            .collect(Collectors.joining());
  }

  private static Stream<List<String>> lines(GapReport report, GapReport.OfChannel channel) {
    List<String> head =
        List.of(
            channel.channelName(),
            channel.stream().kind().name(),
            Long.toString(channel.planned().toSeconds()),
            Long.toString(channel.recorded().toSeconds()));
    return channel.gaps().isEmpty()
        ? Stream.of(joined(head, List.of("", "", "", "", "")))
        : channel.gaps().stream().map(gap -> joined(head, cells(report, gap)));
  }

  private static List<String> cells(GapReport report, Gap gap) {
    return List.of(
        gap.from().atZone(report.zone()).toOffsetDateTime().toString(),
        gap.to().atZone(report.zone()).toOffsetDateTime().toString(),
        Long.toString(java.time.Duration.between(gap.from(), gap.to()).toSeconds()),
        gap.reason().code(),
        gap.reason().text());
  }

  private static List<String> joined(List<String> head, List<String> rest) {
    return Stream.concat(head.stream(), rest.stream()).toList();
  }
}
