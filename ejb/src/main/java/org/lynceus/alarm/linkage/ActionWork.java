package org.lynceus.alarm.linkage;

import static java.util.stream.Collectors.toUnmodifiableMap;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmQueries;
import org.lynceus.alarm.AlarmsChanged;
import org.lynceus.alarm.scheme.ActionLane;
import org.lynceus.cluster.LocalNode;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Executors;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Does the actions that are due, some at once in each {@link ActionLane}: a slow one holds up none
 * of another lane. Woken by changes of alarms and once a second.
 */
@ApplicationScoped
public class ActionWork {
  private static final Logger LOG = System.getLogger(ActionWork.class.getName());

  @Inject private ActionQueue queue;
  @Inject private AlarmQueries alarms;
  @Inject @Any private Instance<ActionRunner> runners;
  @Inject private LocalNode node;
  @Inject private Clock clock;

  @Resource(lookup = Executors.WORK)
  private ManagedExecutorService executor;

  private final RandomGenerator random = new SecureRandom();
  private final Map<ActionLane, Semaphore> free =
      Arrays.stream(ActionLane.values())
          .collect(toUnmodifiableMap(lane -> lane, lane -> new Semaphore(lane.atOnce())));

  void alarmsChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlarmsChanged change) {
    wake();
  }

  /** Begins to work in all lanes. */
  public void wake() {
    free.forEach(this::wake);
  }

  /** Begins to work in one lane, unless enough is under way there already. */
  private void wake(ActionLane lane, Semaphore room) {
    if (room.tryAcquire()) {
      try {
        executor.execute(() -> work(lane, room));
      } catch (RejectedExecutionException e) {
        room.release();
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

  private void work(ActionLane lane, Semaphore room) {
    try {
      for (Claimed next = claim(lane); next != null; next = claim(lane)) {
        wake(lane, room);
        run(next);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The work on actions waits: {0}", String.valueOf(e.getMessage()));
    } finally {
      room.release();
    }
  }

  private @Nullable Claimed claim(ActionLane lane) {
    return queue.claim(lane, node.holder());
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
