package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmBulk;
import org.lynceus.shared.DomainException;

/** What became of each alarm. */
public record BulkResults(@NotNull List<Item> items) {
  /** One alarm. */
  @Schema(name = "AlarmBulkResult")
  public record Item(
      @NotNull UUID id,
      @NotNull Boolean done,
      @Nullable @Schema(description = "code of the problem when it was not done") String problem,
      @Nullable String detail) {}

  static BulkResults of(List<AlarmBulk.Done> results) {
    return new BulkResults(results.stream().map(BulkResults::item).toList());
  }

  private static Item item(AlarmBulk.Done one) {
    DomainException problem = one.problem();
    return problem == null
        ? new Item(one.id(), true, null, null)
        : new Item(one.id(), false, problem.type().urn(), problem.getMessage());
  }
}
