package org.lynceus.job;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.cluster.LocalNode;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * What people do with jobs. One sees and steers one's own, an administrator all; those of others do
 * not exist for one.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
public class JobService {
  private static final int MOST_OPEN = 100;

  @Resource private SessionContext context;
  @Inject private Database database;
  @Inject private LocalNode node;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Clock clock;
  @Inject private Event<JobQueued> queued;
  @Inject private JobWorks works;
  @Inject private Rights rights;

  /** Puts work of this node into the queue. */
  public Job add(String kind, String title, String request, JobUnit unit) {
    if (database.number(
            "select count(*) from job where by_user = ? and state in ('QUEUED', 'RUNNING', 'PAUSED')",
            caller())
        >= MOST_OPEN) {
      throw new DomainException(
          ProblemType.CONFLICT, "You have " + MOST_OPEN + " unfinished jobs; wait for some.");
    }
    UUID id = ids.next();
    database.update(
        "insert into job (id, kind, title, node, state, request, unit, by_user, created_at)"
            + " values (?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?)",
        id,
        kind,
        title.length() > 300 ? title.substring(0, 300) : title,
        node.name(),
        request,
        unit,
        caller(),
        clock.instant());
    queued.fire(new JobQueued());
    return job(id);
  }

  /** Newest first. */
  public Page<Job> jobs(@Nullable String kind, int limit, @Nullable String after) {
    PageKey key = PageKey.decode(after);
    @Nullable UUID before = key == null ? null : key.uuid();
    return Page.cut(
        database.list(
            "select * from job where (?::text is null or kind = ?) and (? or by_user = ?)"
                + " and (?::uuid is null or id < ?) order by id desc limit ?",
            JobStore::job,
            kind,
            kind,
            seesAll(),
            caller(),
            before,
            before,
            Limits.page(limit) + 1),
        limit,
        job -> new PageKey("", job.id().toString()));
  }

  public Job job(UUID id) {
    Job job = database.first("select * from job where id = ?", JobStore::job, id);
    if (job == null || !job.by().equals(caller()) && !seesAll()) {
      throw DomainException.notFound("job");
    }
    return job;
  }

  public Job pause(UUID id) {
    return step(id, JobState.PAUSED, Set.of(JobState.QUEUED, JobState.RUNNING), "");
  }

  public Job resume(UUID id) {
    mayHave(id);
    Job job = step(id, JobState.QUEUED, Set.of(JobState.PAUSED), "");
    queued.fire(new JobQueued());
    return job;
  }

  public Job cancel(UUID id) {
    Instant now = clock.instant();
    Job job =
        step(
            id,
            JobState.CANCELLED,
            Set.of(JobState.QUEUED, JobState.RUNNING, JobState.PAUSED),
            ", finished_at = ?, expires_at = ?",
            now,
            now.plus(JobStore.KEPT));
    works.of(job).discard(job);
    return job;
  }

  /** Begins again from the beginning. */
  public Job retry(UUID id) {
    Job before = mayHave(id);
    Job job =
        step(
            id,
            JobState.QUEUED,
            Set.of(JobState.FAILED, JobState.CANCELLED),
            ", done = 0, result = null, reason_code = null, reason_text = null, started_at = null,"
                + " finished_at = null, expires_at = null, attempt = attempt + 1");
    works.of(before).discard(before);
    queued.fire(new JobQueued());
    return job;
  }

  /** Removes an ended job and what it made. */
  public void remove(UUID id) {
    Job job = job(id);
    if (!job.state().ended()) {
      throw new DomainException(ProblemType.CONFLICT, "Cancel the job before you remove it.");
    }
    works.of(job).discard(job);
    database.update("delete from job where id = ?", id);
    audit.note(AuditAct.of("job.remove", "job", id, job.title()));
  }

  /** Takes a step from one of the states, with further columns and their values. */
  private Job step(
      UUID id, JobState to, Set<JobState> from, String also, @Nullable Object... values) {
    Job job = job(id);
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(to);
    parameters.addAll(Arrays.asList(values));
    parameters.add(id);
    parameters.add(job.state());
    if (!from.contains(job.state())
        || database.update(
                "update job set state = ?" + also + " where id = ? and state = ?",
                parameters.toArray())
            != 1) {
      throw new DomainException(
          ProblemType.CONFLICT, "The job is " + job(id).state() + "; this cannot be done now.");
    }
    audit.note(
        AuditAct.of("job.set", "job", id, job.title())
            .was(java.util.Map.of("state", job.state()))
            .is(java.util.Map.of("state", to)));
    return job(id);
  }

  /** The job whose results the caller may still have. */
  public Job mayHave(UUID id) {
    Job job = job(id);
    works.of(job).requireMayHave(job);
    return job;
  }

  private boolean seesAll() {
    return rights.permits().may(Function.SYSTEM_CONFIGURE);
  }

  private String caller() {
    return context.getCallerPrincipal().getName();
  }
}
