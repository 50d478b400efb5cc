package org.lynceus.rest.device.listing;

import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.rest.device.ConnectionState;
import org.lynceus.rest.shared.ReasonView;

/** How many devices a list has, counted before it is narrowed to a state or a reason. */
public record DeviceTotals(
    @NotNull @Schema(description = "of the list itself, narrowed") Integer matching,
    @NotNull Integer online,
    @NotNull Integer offline,
    @NotNull Integer connecting,
    @NotNull @Schema(description = "why devices are offline, the most frequent first")
        List<ReasonCount> reasons) {
  /** How many are offline for the same reason. */
  @Schema(name = "ReasonCount")
  public record ReasonCount(@NotNull ReasonView reason, @NotNull Integer count) {}

  static DeviceTotals of(Collection<DeviceRow> rows, int matching) {
    Map<ConnectionState, Long> states =
        rows.stream()
            .collect(Collectors.groupingBy(row -> row.now().state(), Collectors.counting()));
    Map<String, List<ReasonView>> reasons =
        rows.stream()
            .flatMap(row -> java.util.stream.Stream.ofNullable(row.now().reason()))
            .collect(Collectors.groupingBy(ReasonView::code));
    return new DeviceTotals(
        matching,
        count(states, ConnectionState.ONLINE),
        count(states, ConnectionState.OFFLINE),
        count(states, ConnectionState.CONNECTING),
        reasons.values().stream()
            .map(same -> new ReasonCount(same.get(0), same.size()))
            .sorted(
                Comparator.comparing(ReasonCount::count)
                    .reversed()
                    .thenComparing(one -> one.reason().code()))
            .toList());
  }

  private static int count(Map<ConnectionState, Long> states, ConnectionState state) {
    return states.getOrDefault(state, 0L).intValue();
  }
}
