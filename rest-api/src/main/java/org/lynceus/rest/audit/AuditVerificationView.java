package org.lynceus.rest.audit;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditFinding;
import org.lynceus.audit.AuditReport;

/** Whether the log is as it was written. */
@Schema(name = "AuditVerification")
public record AuditVerificationView(
    @NotNull Boolean intact,
    @NotNull @Schema(description = "sealed entries found as written") Long entries,
    @NotNull @Schema(description = "written and not sealed yet") Long waiting,
    @NotNull @Schema(description = "from before there was a chain; nothing vouches for them")
        Long older,
    @NotNull @Schema(description = "end of the chain, <number>:<64 hex digits>; to be written down")
        String head,
    @Nullable Finding finding) {

  /** The first place that is wrong. */
  @Schema(name = "AuditFinding")
  public record Finding(
      @NotNull AuditFinding.Tampering kind,
      @Nullable Long seq,
      @Nullable String entryId,
      @Nullable Instant at,
      @NotNull String text) {}

  static AuditVerificationView of(AuditReport report) {
    AuditFinding finding = report.finding();
    return new AuditVerificationView(
        finding == null,
        report.entries(),
        report.waiting(),
        report.older(),
        report.head().text(),
        finding == null
            ? null
            : new Finding(
                finding.kind(),
                finding.seq(),
                finding.entry() == null ? null : finding.entry().toString(),
                finding.at(),
                finding.text()));
  }
}
