package org.lynceus.device;

import jakarta.enterprise.context.ApplicationScoped;
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
 * Adds the devices of an import, several at once. Each device is asked by one probe and never again
 * by itself: a row that was under way when the process ended is told as interrupted, because its
 * password may have been presented.
 */
@ApplicationScoped
public class ImportWork implements JobWork {
  /** The kind of its jobs. */
  public static final String KIND = "DEVICE_IMPORT";

  private static final System.Logger LOG = System.getLogger(ImportWork.class.getName());
  private static final int AT_ONCE = 12;

  @Inject private ImportStore store;
  @Inject private ImportFlow flow;
  @Inject private DeviceProbe probe;
  @Inject private Rights rights;
  @Inject private ManyAtOnce many;

  @Override
  public void requireMayHave(Job job) {
    rights.require(Function.DEVICE_CONFIGURE);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public @Nullable String work(Job job, JobRun run) {
    UUID id = UUID.fromString(job.request());
    store.giveUp(
        id,
        new Reason("interrupted", "The center stopped while this device was being asked."),
        ImportState.TRYING);
    many.run(AT_ONCE, () -> tryNext(id, job.by()), () -> tell(id, run));
    if (tell(id, run).added() < total(id).rows()) {
      run.partial();
    }
    return null;
  }

  private ImportTotals tell(UUID id, JobRun run) {
    ImportTotals now = total(id);
    run.progress(now.done(), now.rows());
    return now;
  }

  private ImportTotals total(UUID id) {
    DeviceImport known = store.find(id);
    if (known == null) {
      throw new JobFailedException(new Reason("not-found", "The import is not there any more."));
    }
    return known.totals();
  }

  private boolean tryNext(UUID id, String orderedBy) {
    ImportLine line = store.take(id);
    if (line == null) {
      return false;
    }
    tryOne(id, line, orderedBy);
    return true;
  }

  private void tryOne(UUID id, ImportLine line, String orderedBy) {
    try {
      DeviceDraft draft = line.draft();
      flow.add(id, line, draft, probe.probe(draft), orderedBy);
    } catch (DomainException refused) {
      store.tried(id, line.number(), null, reason(refused));
    } catch (DatabaseException away) {
      throw away;
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "A device could not be imported", bug);
      store.tried(
          id,
          line.number(),
          null,
          new Reason("internal", "Something failed inside the center; see its log."));
    }
  }

  private static Reason reason(DomainException refused) {
    Reason reason = refused.reason();
    String code = refused.type() == ProblemType.CONFLICT ? "already-added" : "invalid-row";
    return reason == null ? new Reason(code, String.valueOf(refused.getMessage())) : reason;
  }

  /** What was added stays; what waits will not be tried. The rows are forgotten after a week. */
  @Override
  public void discard(Job job) {
    store.giveUp(
        UUID.fromString(job.request()),
        new Reason("cancelled", "The import was cancelled before this device's turn."),
        ImportState.READY);
  }
}
