package org.lynceus.rest.audit;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditEntry;

/** An entry of the audit log. */
public record AuditEntryView(
    @NotNull String id,
    @NotNull Instant at,
    @NotNull String by,
    @Nullable @Schema(description = "Keycloak's subject") String subject,
    @Nullable @Schema(description = "client address") String address,
    @Nullable @Schema(description = "digest of the session's id") String session,
    @NotNull String action,
    @Nullable String kind,
    @Nullable String objectId,
    @NotNull String object,
    @Nullable String reason,
    @Nullable @Schema(description = "JSON without secrets") String before,
    @Nullable @Schema(description = "JSON without secrets") String after,
    @Nullable String correlationId,
    @NotNull AuditAct.Result result,
    @NotNull @Schema(description = "false: written before there was a chain") Boolean vouched) {
  static AuditEntryView of(AuditEntry entry) {
    return new AuditEntryView(
        Long.toString(entry.id()),
        entry.at(),
        entry.by(),
        entry.subject(),
        entry.address(),
        entry.session(),
        entry.action(),
        entry.kind(),
        entry.objectId(),
        entry.object(),
        entry.reason(),
        entry.before(),
        entry.after() == null ? entry.detail() : entry.after(),
        entry.correlation(),
        AuditAct.Result.valueOf(entry.result()),
        entry.mac() != null);
  }
}
