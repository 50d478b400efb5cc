package org.lynceus.rest.schedule;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.schedule.Period;

/** A part of a day, from &lt;= t &lt; to. */
public record PeriodView(
    @NotNull @Schema(examples = {"08:00", "08:00:30"}) String from,
    @NotNull @Schema(examples = {"18:00", "24:00"}) String to) {
  static List<PeriodView> of(List<Period> periods) {
    return periods.stream().map(p -> new PeriodView(p.fromText(), p.toText())).toList();
  }

  /** Reads the periods of a day; refuses overlaps and more than six. */
  static List<Period> read(List<PeriodView> periods, String pointer) {
    List<Period> read = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      read.add(Period.parse(periods.get(i).from(), periods.get(i).to(), pointer + "/" + i));
    }
    return Period.day(read, pointer);
  }
}
