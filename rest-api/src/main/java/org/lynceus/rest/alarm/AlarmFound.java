package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;

/** A page of what a search found so far. */
public record AlarmFound(
    @NotNull List<AlarmView> items,
    @Nullable @Schema(description = "null: all was looked at") String next,
    @Nullable
        @Schema(
            description =
                "alarms that began before were not looked at yet; null: all were looked at")
        Instant reached) {
  static AlarmFound of(Page<Alarm> page) {
    PageKey next = PageKey.decode(page.next());
    return new AlarmFound(
        page.items().stream().map(AlarmView::of).toList(),
        page.next(),
        next == null ? null : next.instant());
  }
}
