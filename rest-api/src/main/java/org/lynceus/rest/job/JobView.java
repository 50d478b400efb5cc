package org.lynceus.rest.job;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.job.Job;
import org.lynceus.job.JobState;
import org.lynceus.job.JobUnit;
import org.lynceus.recording.CheckResult;
import org.lynceus.rest.shared.ReasonView;

/** Long work and how far it is. */
public record JobView(
    @NotNull UUID id,
    @NotNull @Schema(examples = {"EXPORT", "CHECK"}) String kind,
    @NotNull String title,
    @NotNull String node,
    @NotNull JobState state,
    @NotNull String createdBy,
    @NotNull Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable @Schema(description = "when it and its files are removed") Instant expiresAt,
    @NotNull Long done,
    @NotNull @Schema(description = "0 while it is not known") Long total,
    @NotNull JobUnit unit,
    @Nullable ReasonView reason,
    @NotNull @Schema(description = "finished files of an export") List<FileView> files,
    @Nullable @Schema(description = "what a check found") CheckView check) {

  /** A finished file. */
  @Schema(name = "JobFileView")
  public record FileView(@NotNull String name, @NotNull Long bytes) {}

  /** What a check found; at most 1,000 findings are listed. */
  @Schema(name = "CheckView")
  public record CheckView(
      @NotNull Long files,
      @NotNull Long count,
      @NotNull Long repaired,
      @NotNull List<FindingView> findings) {
    static CheckView of(CheckResult result) {
      return new CheckView(
          result.files(),
          result.count(),
          result.repaired(),
          result.findings().stream()
              .map(f -> new FindingView(f.code(), f.path(), f.detail(), f.repaired()))
              .toList());
    }
  }

  /** One disagreement between a volume and the index. */
  @Schema(name = "FindingView")
  public record FindingView(
      @NotNull String code,
      @NotNull String path,
      @NotNull String detail,
      @NotNull Boolean repaired) {}

  static JobView of(Job job, List<FileView> files) {
    String result = job.result();
    return new JobView(
        job.id(),
        job.kind(),
        job.title(),
        job.node(),
        job.state(),
        job.by(),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt(),
        job.expiresAt(),
        job.done(),
        job.total(),
        job.unit(),
        ReasonView.of(job.reason()),
        files,
        job.kind().equals("CHECK") && result != null ? CheckView.of(CheckResult.of(result)) : null);
  }
}
