package org.lynceus.device.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.job.Job;
import org.lynceus.job.JobFailedException;
import org.lynceus.job.JobRun;
import org.lynceus.job.JobWork;
import org.lynceus.job.ManyAtOnce;
import org.lynceus.shared.DatabaseException;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.user.Function;
import org.lynceus.user.Rights;

/**
 * Does a batch, several devices at once, each device once. A device that was under way when the
 * process ended is told as interrupted and not tried again by itself.
 */
@ApplicationScoped
public class BatchWork implements JobWork {
  /** The kind of its jobs. */
  public static final String KIND = "DEVICE_BATCH";

  private static final System.Logger LOG = System.getLogger(BatchWork.class.getName());
  private static final int AT_ONCE = 8;

  /** A firmware is sent whole: fewer, so that the network bears it. */
  private static final int UPGRADES_AT_ONCE = 3;

  @Inject private BatchStore store;
  @Inject private ManyAtOnce many;
  @Inject private Rights rights;
  @Inject @Any private Instance<BatchStep> steps;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void requireMayHave(Job job) {
    rights.require(Function.DEVICE_CONFIGURE);
  }

  @Override
  public @Nullable String work(Job job, JobRun run) {
    UUID id = UUID.fromString(job.request());
    store.giveUp(
        id,
        BatchState.RUNNING,
        new Reason("interrupted", "The center stopped while this device was being asked."));
    DeviceBatch batch = batch(id);
    BatchStep step =
        steps.stream().filter(one -> one.act() == batch.act()).findFirst().orElseThrow();
    many.run(
        batch.act() == BatchAct.FIRMWARE ? UPGRADES_AT_ONCE : AT_ONCE,
        () -> next(batch, step),
        () -> tell(id, run));
    DeviceBatch ended = tell(id, run);
    if (ended.done() + ended.failed() == ended.total()) {
      store.forgetSecret(id);
    }
    if (ended.done() < ended.total()) {
      run.partial();
    }
    return null;
  }

  private DeviceBatch tell(UUID id, JobRun run) {
    DeviceBatch now = batch(id);
    run.progress(now.done() + now.failed(), now.total());
    return now;
  }

  private DeviceBatch batch(UUID id) {
    DeviceBatch known = store.find(id);
    if (known == null) {
      throw new JobFailedException(new Reason("not-found", "The order is not there any more."));
    }
    return known;
  }

  private boolean next(DeviceBatch batch, BatchStep step) {
    BatchItem item = store.take(batch.id());
    if (item == null) {
      return false;
    }
    try {
      step.step(batch, item);
      store.ended(batch.id(), item.number(), null);
    } catch (DomainException refused) {
      store.ended(batch.id(), item.number(), reason(refused));
    } catch (DatabaseException away) {
      throw away;
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "A device of a batch failed by a bug", bug);
      store.ended(
          batch.id(),
          item.number(),
          new Reason("internal", "Something failed inside the center; see its log."));
    }
    return true;
  }

  private static Reason reason(DomainException refused) {
    Reason reason = refused.reason();
    String code = refused.type() == ProblemType.NOT_FOUND ? "device-gone" : "not-done";
    return reason == null ? new Reason(code, String.valueOf(refused.getMessage())) : reason;
  }

  /** What was done stays; what waits will not be tried. Batches are forgotten after a week. */
  @Override
  public void discard(Job job) {
    UUID id = UUID.fromString(job.request());
    store.giveUp(
        id,
        BatchState.WAITING,
        new Reason("cancelled", "The order was cancelled before this device's turn."));
    store.forgetSecret(id);
  }
}
