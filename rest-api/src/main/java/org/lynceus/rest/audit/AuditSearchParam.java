package org.lynceus.rest.audit;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditSearch;
import org.lynceus.shared.TimeRange;

/** What of the audit log is asked for; what is left out may be anything. */
public class AuditSearchParam {
  @QueryParam("from")
  @Parameter(schema = @Schema(format = "date-time"))
  private @Nullable String from;

  @QueryParam("to")
  @Parameter(schema = @Schema(format = "date-time"))
  private @Nullable String to;

  @QueryParam("by")
  @Parameter(description = "part of the user's name")
  private @Nullable String by;

  @QueryParam("action")
  @Parameter(description = "an action, or the beginning of some up to a dot")
  private @Nullable String action;

  @QueryParam("kind")
  private @Nullable String kind;

  @QueryParam("objectId")
  private @Nullable String objectId;

  @QueryParam("result")
  private AuditAct.@Nullable Result result;

  @QueryParam("q")
  @Parameter(description = "text in the object, the reason, before, after or the address")
  private @Nullable String q;

  AuditSearch search() {
    return new AuditSearch(
        from == null || from.isEmpty() ? null : TimeRange.instant("from", from),
        to == null || to.isEmpty() ? null : TimeRange.instant("to", to),
        by,
        action,
        kind,
        objectId,
        result == null ? null : result.name(),
        q);
  }
}
