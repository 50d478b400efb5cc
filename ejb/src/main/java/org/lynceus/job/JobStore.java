package org.lynceus.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.cluster.LocalNode;
import org.lynceus.shared.Database;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Sql;

/** The table of jobs: claiming, progress and ends, each guarded by state and attempt. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class JobStore {
  /** How long what an ended job made is kept. */
  public static final Duration KEPT = Duration.ofDays(7);

  @Inject private Database database;
  @Inject private LocalNode node;
  @Inject private Clock clock;

  /**
   * Jobs that the table calls running on this node and that do not run wait again: the process
   * ended in the middle, or their end could not be noted.
   */
  public int requeueLost(Collection<UUID> running) {
    return database.update(
        "update job set state = 'QUEUED' where node = ? and state = 'RUNNING' and id <> all(?)",
        node.name(),
        List.copyOf(running));
  }

  /** Takes the oldest waiting job of this node, or null. */
  public @Nullable Job claim() {
    return database.first(
        """
        update job set state = 'RUNNING', attempt = attempt + 1,
          started_at = coalesce(started_at, ?), reason_code = null, reason_text = null
        where id = (select id from job where node = ? and state = 'QUEUED' order by created_at
          limit 1 for update skip locked)
        returning *
        """,
        JobStore::job,
        clock.instant(),
        node.name());
  }

  /** Writes progress; false when the job ought not to go on. */
  public boolean progress(Job job, long done, long total) {
    return database.update(
            "update job set done = ?, total = ? where id = ? and attempt = ? and state = 'RUNNING'",
            done,
            total,
            job.id(),
            job.attempt())
        == 1;
  }

  public void result(Job job, String result) {
    database.update(
        "update job set result = ? where id = ? and attempt = ?", result, job.id(), job.attempt());
  }

  /** Notes the good end, or that of a job which worked in part. */
  public void succeed(Job job, JobState end, @Nullable String result) {
    Instant now = clock.instant();
    database.update(
        "update job set state = ?, result = ?, done = total, finished_at = ?,"
            + " expires_at = ? where id = ? and attempt = ? and state = 'RUNNING'",
        end,
        result,
        now,
        now.plus(KEPT),
        job.id(),
        job.attempt());
  }

  public void fail(Job job, Reason reason) {
    Instant now = clock.instant();
    database.update(
        "update job set state = 'FAILED', reason_code = ?, reason_text = ?, finished_at = ?,"
            + " expires_at = ? where id = ? and attempt = ? and state = 'RUNNING'",
        reason.code(),
        reason.text(),
        now,
        now.plus(KEPT),
        job.id(),
        job.attempt());
  }

  /** Ended jobs of this node whose time is over. */
  public List<Job> expired() {
    return database.list(
        "select * from job where node = ? and expires_at < ?",
        JobStore::job,
        node.name(),
        clock.instant());
  }

  public void delete(UUID id) {
    database.update("delete from job where id = ?", id);
  }

  static Job job(ResultSet row) throws SQLException {
    String code = row.getString("reason_code");
    String text = row.getString("reason_text");
    return new Job(
        Sql.uuid(row, "id"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("node"),
        JobState.valueOf(row.getString("state")),
        row.getString("request"),
        row.getString("result"),
        row.getLong("done"),
        row.getLong("total"),
        JobUnit.valueOf(row.getString("unit")),
        code == null ? null : new Reason(code, text == null ? "" : text),
        row.getString("by_user"),
        Sql.instant(row, "created_at"),
        Sql.instantOrNull(row, "started_at"),
        Sql.instantOrNull(row, "finished_at"),
        Sql.instantOrNull(row, "expires_at"),
        row.getInt("attempt"));
  }
}
