package org.lynceus.rest.alarm;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.alarm.scheme.OnlyAfter;
import org.lynceus.alarm.scheme.SchemeMatch;

/** What has to come before an event of a scheme for it to raise something: any of these. */
@Schema(name = "AlarmOnlyAfter")
public record OnlyAfterView(
    @NotNull @Valid @Size(min = 1, max = SchemeMatch.MOST_SOURCES)
        List<@NotNull SourceView> sources,
    @NotNull @Schema(description = "words of event types") List<@NotNull String> types,
    @NotNull
        @Schema(
            minimum = "1",
            maximum = "3600",
            description =
                "an event counts that comes less than this many seconds after one of these")
        Integer seconds) {
  static OnlyAfterView of(OnlyAfter rule) {
    return new OnlyAfterView(
        rule.sources().stream().map(SourceView::of).toList(), rule.types(), rule.seconds());
  }

  OnlyAfter rule() {
    return new OnlyAfter(sources.stream().map(SourceView::source).toList(), types, seconds);
  }
}
