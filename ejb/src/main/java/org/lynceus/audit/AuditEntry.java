package org.lynceus.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Sql;

/**
 * One entry of the log. Its canonical bytes (docs/ref/audit.md) are what its MAC is made over:
 * every field but the number that the database gives and the MAC itself. An entry without a MAC is
 * older than the chain.
 */
public record AuditEntry(
    long id,
    @Nullable UUID uid,
    Instant at,
    String by,
    @Nullable String subject,
    @Nullable String address,
    @Nullable String session,
    String action,
    @Nullable String kind,
    @Nullable String objectId,
    String object,
    @Nullable String reason,
    @Nullable String before,
    @Nullable String after,
    @Nullable String detail,
    @Nullable String correlation,
    String result,
    byte @Nullable [] mac) {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** What the MAC is made over. */
  byte[] canonical() {
    StringBuilder text = new StringBuilder("lynceus-audit-1\n");
    add(text, "uid", uid == null ? null : uid.toString());
    add(text, "at", MICROS.format(at));
    add(text, "by", by);
    add(text, "subject", subject);
    add(text, "address", address);
    add(text, "session", session);
    add(text, "action", action);
    add(text, "kind", kind);
    add(text, "id", objectId);
    add(text, "object", object);
    add(text, "reason", reason);
    add(text, "before", before);
    add(text, "after", after);
    add(text, "detail", detail);
    add(text, "correlation", correlation);
    add(text, "result", result);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void add(StringBuilder text, String name, @Nullable String value) {
    text.append(name).append('=');
    if (value == null) {
      text.append('-');
    } else {
      text.append(value.getBytes(StandardCharsets.UTF_8).length).append(':').append(value);
    }
    text.append('\n');
  }

  static AuditEntry read(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getObject("uid", UUID.class),
        Sql.instant(row, "at"),
        row.getString("by_user"),
        row.getString("subject"),
        row.getString("address"),
        row.getString("session"),
        row.getString("action"),
        row.getString("object_kind"),
        row.getString("object_id"),
        row.getString("object"),
        row.getString("reason"),
        row.getString("before_json"),
        row.getString("after_json"),
        row.getString("detail"),
        row.getString("correlation"),
        row.getString("result"),
        row.getBytes("mac"));
  }
}
