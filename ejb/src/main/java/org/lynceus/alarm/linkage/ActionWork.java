package org.lynceus.alarm.linkage;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmQueries;
import org.lynceus.alarm.AlarmsChanged;
import org.lynceus.cluster.LocalNode;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Does the actions that are due, at most {@value #MOST} at once on a node: a slow one holds up no
 * others. Woken by changes of alarms and once a second.
 */
@ApplicationScoped
public class ActionWork {
  private static final Logger LOG = System.getLogger(ActionWork.class.getName());
  private static final int MOST = 4;

  @Inject private ActionQueue queue;
  @Inject private AlarmQueries alarms;
  @Inject @Any private Instance<ActionRunner> runners;
  @Inject private LocalNode node;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;
  private final RandomGenerator random = new SecureRandom();
  private final Semaphore free = new Semaphore(MOST);

  void alarmsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlarmsChanged change) {
    wake();
  }

  /** Begins to work, unless enough is under way already. */
  public void wake() {
    if (free.tryAcquire()) {
      try {
        executor.execute(this::work);
      } catch (RejectedExecutionException e) {
        free.release();
        LOG.log(Level.DEBUG, "The server ends; what is due waits", e);
      }
    }
  }

  /** Looks for actions of processes that went, and for what is due. */
  public void tick() {
    try {
      queue.takeBack(node.holder(), node.name());
      wake();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "Actions that are due wait", e);
    }
  }

  private void work() {
    try {
      for (Claimed next = claim(); next != null; next = claim()) {
        wake();
        run(next);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The work on actions waits: {0}", String.valueOf(e.getMessage()));
    } finally {
      free.release();
    }
  }

  private @Nullable Claimed claim() {
    return queue.claim(node.holder());
  }

  /** Does one and writes what came of it. */
  void run(Claimed claimed) {
    ActionOutcome outcome = outcome(claimed);
    queue.finish(
        claimed,
        ActionRule.after(
            claimed.kind(),
            claimed.attempts(),
            claimed.begins(),
            outcome,
            clock.instant(),
            random.nextDouble()));
  }

  private ActionOutcome outcome(Claimed claimed) {
    try {
      List<Alarm> found = alarms.alarms(List.of(claimed.alarm()));
      if (found.isEmpty()) {
        return ActionOutcome.failed("alarm-gone", "The alarm was removed.");
      }
      Alarm alarm = found.get(0);
      @Nullable Reason leftOut = ActionRule.leftOut(claimed.kind(), claimed.action(), alarm);
      if (leftOut != null) {
        return ActionOutcome.skipped(leftOut);
      }
      List<UUID> channels = channels(claimed, alarm);
      if (claimed.kind().ofCameras() && channels.isEmpty()) {
        return ActionOutcome.skipped(
            new Reason("no-camera", "The alarm has no camera of its own."));
      }
      return runner(claimed).run(claimed, alarm, channels);
    } catch (DomainException e) {
      return refused(e);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "An action failed", e);
      return ActionOutcome.again("internal", "Something failed inside the center: " + e);
    }
  }

  private static List<UUID> channels(Claimed claimed, Alarm alarm) {
    List<UUID> named = claimed.action().channels();
    UUID own = alarm.channelId();
    return !named.isEmpty() || own == null ? named : List.of(own);
  }

  private ActionRunner runner(Claimed claimed) {
    return runners.stream()
        .filter(runner -> runner.does(claimed.kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody does " + claimed.kind()));
  }

  /** What does not exist or is not allowed will not be later; what is away or busy may. */
  private static ActionOutcome refused(DomainException e) {
    @Nullable Reason reason = e.reason();
    String code = reason == null ? "action-refused" : reason.code();
    String text = String.valueOf(e.getMessage());
    boolean lasting =
        e.type() == ProblemType.NOT_FOUND
            || e.type() == ProblemType.VALIDATION
            || e.type() == ProblemType.FORBIDDEN;
    return lasting ? ActionOutcome.failed(code, text) : ActionOutcome.again(code, text);
  }
}
