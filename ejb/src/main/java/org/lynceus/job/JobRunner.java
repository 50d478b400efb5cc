package org.lynceus.job;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DatabaseException;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Executors;
import org.lynceus.shared.Reason;

/**
 * Runs this node's jobs, at most {@value #PARALLEL} at once. A job that ran when the process ended
 * waits again at the next start and goes on.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobRunner {
  private static final Logger LOG = System.getLogger(JobRunner.class.getName());
  private static final int PARALLEL = 2;
  private static final Duration TELL_EVERY = Duration.ofMillis(500);

  @Inject private JobStore store;
  @Inject private JobWorks works;
  @Inject private Clock clock;

  @Resource(lookup = Executors.WORK)
  private ManagedExecutorService executor;

  private final Set<UUID> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  @PreDestroy
  void stop() {
    stopping = true;
  }

  /** Starts what waits; also called now and then for what a lost wake-up left. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public synchronized void wake() {
    try {
      int again = store.requeueLost(running);
      if (again > 0) {
        LOG.log(Level.INFO, "{0} jobs go on that were interrupted", again);
      }
      while (!stopping && running.size() < PARALLEL) {
        Job job = store.claim();
        if (job == null) {
          return;
        }
        running.add(job.id());
        executor.execute(() -> run(job));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Jobs cannot be read: {0}", e.getMessage());
    }
  }

  /** Ended jobs and what they made go after a while. */
  @Schedule(hour = "*", minute = "*/10", persistent = false)
  public void forget() {
    try {
      for (Job job : store.expired()) {
        works.of(job).discard(job);
        store.delete(job.id());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Old jobs cannot be removed: {0}", e.getMessage());
    }
  }

  private void run(Job job) {
    try {
      Run run = new Run(job);
      @Nullable String result = works.of(job).work(job, run);
      store.succeed(job, run.partial ? JobState.PARTIAL : JobState.SUCCEEDED, result);
    } catch (JobStoppedException stopped) {
      LOG.log(Level.DEBUG, "Job {0} was stopped", job.id());
    } catch (JobFailedException failed) {
      fail(job, failed.reason());
    } catch (DomainException refused) {
      @Nullable Reason reason = refused.reason();
      String text = String.valueOf(refused.getMessage());
      fail(job, reason == null ? new Reason("refused", text) : reason);
    } catch (DatabaseException away) {
      LOG.log(Level.WARNING, "Job {0} waits for the database", job.id());
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "Job " + job.id() + " failed by a bug", bug);
      fail(job, new Reason("internal", "Something failed inside the center; see its log."));
    } finally {
      running.remove(job.id());
      wake();
    }
  }

  private void fail(Job job, Reason reason) {
    try {
      store.fail(job, reason);
    } catch (RuntimeException away) {
      LOG.log(Level.WARNING, "The end of job {0} cannot be noted; it runs again", job.id());
    }
  }

  /** Tells progress at most twice a second. */
  private final class Run implements JobRun {
    private final Job job;
    private Instant told = Instant.EPOCH;
    private boolean partial;

    Run(Job job) {
      this.job = job;
    }

    @Override
    public void progress(long done, long total) {
      Instant now = clock.instant();
      if (Duration.between(told, now).compareTo(TELL_EVERY) < 0 && !stopping) {
        return;
      }
      told = now;
      if (stopping || !store.progress(job, done, total)) {
        throw new JobStoppedException();
      }
    }

    @Override
    public void result(String result) {
      store.result(job, result);
    }

    @Override
    public void partial() {
      partial = true;
    }
  }
}
