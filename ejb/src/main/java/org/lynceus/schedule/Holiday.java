package org.lynceus.schedule;

import java.util.List;

/**
 * A holiday plan: on its days its periods replace those of the week. Without periods nothing is
 * active on them.
 */
public record Holiday(String name, List<SpecialDays> days, List<Period> periods) {
  public Holiday {
    days = List.copyOf(days);
    periods = List.copyOf(periods);
  }
}
