package org.lynceus.rest.audit;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditEntry;
import org.lynceus.audit.AuditHead;
import org.lynceus.audit.AuditLog;
import org.lynceus.audit.AuditQueries;
import org.lynceus.audit.AuditSearch;
import org.lynceus.audit.AuditVerification;
import org.lynceus.shared.Csv;
import org.lynceus.shared.Page;

/** The audit log: search, export, verification. Nothing here changes it. */
@Path("audit-entries")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
  @Inject private AuditQueries queries;
  @Inject private AuditVerification verification;
  @Inject private AuditLog log;
  @Inject private AuditCsv csv;

  @GET
  @Operation(operationId = "listAuditEntries", summary = "Who did what, newest first")
  public AuditEntryPage list(
      @BeanParam AuditSearchParam search,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<AuditEntry> page = queries.page(search.search(), limit, after);
    return new AuditEntryPage(page.items().stream().map(AuditEntryView::of).toList(), page.next());
  }

  @GET
  @Path("actions")
  @Operation(operationId = "listAuditActions", summary = "The actions that occur in the log")
  public AuditActionList actions() {
    return new AuditActionList(queries.actions());
  }

  @GET
  @Path("{id : \\d{1,18}}")
  @Operation(operationId = "getAuditEntry", summary = "One entry")
  public AuditEntryView get(@PathParam("id") long id) {
    return AuditEntryView.of(queries.entry(id));
  }

  @GET
  @Path("verification")
  @Operation(
      operationId = "verifyAuditLog",
      summary = "Verifies the whole log; names the first altered, missing or inserted entry")
  public AuditVerificationView verify(
      @QueryParam("head") @Schema(description = "a head that was written down earlier")
          @Nullable String head) {
    return AuditVerificationView.of(verification.verify(AuditHead.parse(head)));
  }

  /** The export is an entry of the log itself. */
  @GET
  @Path("export.csv")
  @Produces(Csv.TYPE)
  @Operation(operationId = "exportAuditEntries", summary = "What is found, for spreadsheets, UTF-8")
  @APIResponse(
      responseCode = "200",
      description = "A line per entry, newest first",
      content = @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING)))
  public Response export(@BeanParam AuditSearchParam param) {
    AuditSearch search = param.search();
    Page<AuditEntry> first = csv.first(search);
    log.note(AuditAct.of("audit.export", "audit", null, "audit log").is(search));
    StreamingOutput body = output -> csv.write(search, first, output);
    return Response.ok(body, Csv.TYPE + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .build();
  }
}
