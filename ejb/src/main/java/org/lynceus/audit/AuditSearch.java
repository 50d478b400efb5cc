package org.lynceus.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Sql;

/** What entries are looked for; null: any. Texts match anywhere, whatever their case. */
public record AuditSearch(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String by,
    @Nullable String action,
    @Nullable String kind,
    @Nullable String objectId,
    @Nullable String result,
    @Nullable String text) {
  private static final int LONGEST = 200;

  public AuditSearch {
    for (String asked : new @Nullable String[] {by, action, kind, objectId, result, text}) {
      if (asked != null && asked.length() > LONGEST) {
        throw DomainException.invalid("q", "Search for at most " + LONGEST + " characters.");
      }
    }
  }

  /** The conditions, and their values into the list. */
  String where(List<@Nullable Object> values) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    add(conditions, values, "at >= ?", from);
    add(conditions, values, "at < ?", to);
    add(conditions, values, "by_user ilike ?", like(by));
    add(conditions, values, "(action = ? or action like ? || '.%')", action);
    add(conditions, values, "object_kind = ?", kind);
    add(conditions, values, "object_id = ?", objectId);
    add(conditions, values, "result = ?", result);
    add(
        conditions,
        values,
        "(object ilike ? or reason ilike ? or before_json ilike ? or after_json ilike ? or detail"
            + " ilike ? or address ilike ?)",
        like(text));
    return String.join(" and ", conditions);
  }

  private static void add(
      List<String> conditions,
      List<@Nullable Object> values,
      String condition,
      @Nullable Object value) {
    if (value != null && !value.equals("")) {
      conditions.add(condition);
      condition.chars().filter(c -> c == '?').forEach(c -> values.add(value));
    }
  }

  private static @Nullable String like(@Nullable String text) {
    return text == null || text.isBlank() ? null : "%" + Sql.literally(text.strip()) + "%";
  }
}
