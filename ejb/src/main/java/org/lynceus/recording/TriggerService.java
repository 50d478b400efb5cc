package org.lynceus.recording;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceQueries;
import org.lynceus.media.StreamKind;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/** Makes channels be recorded for a while: by hand, or because of motion or an alarm. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.RECORDING_OPERATE)
public class TriggerService {
  /** Longest recording by hand: a day. */
  public static final int MOST_MANUAL_SECONDS = 86_400;

  @Resource private SessionContext context;
  @Inject private Database database;
  @Inject private DeviceQueries devices;
  @Inject private AuditLog audit;
  @Inject private RulesQueries rules;
  @Inject private Clock clock;
  @Inject private Event<PlansChanged> changed;

  /** Records the main stream by hand for so many seconds from now, whatever was asked before. */
  public void recordByHand(UUID channel, int seconds) {
    String name = devices.channel(Function.RECORDING_OPERATE, channel).name();
    if (seconds < 10 || seconds > MOST_MANUAL_SECONDS) {
      throw DomainException.invalid("/seconds", "Record by hand for 10 seconds to 24 hours.");
    }
    Instant now = clock.instant();
    end(channel, now);
    save(
        new Trigger(channel, StreamKind.MAIN, RecordingKind.MANUAL, now, now.plusSeconds(seconds)));
    audit.note(
        AuditAct.of("recording.manual.start", "channel", channel, name)
            .is(Map.of("seconds", seconds)));
  }

  /** Ends recording by hand now. */
  public void stopByHand(UUID channel) {
    String name = devices.channel(Function.RECORDING_OPERATE, channel).name();
    end(channel, clock.instant());
    audit.note(AuditAct.of("recording.manual.stop", "channel", channel, name));
    changed.fire(new PlansChanged());
  }

  /**
   * Motion or an alarm at a channel, which may go on for so many seconds. Recorded when a plan
   * waits for it, from its pre-record until its post-record, each stream by its own plan.
   *
   * @return whether a plan waited for it
   */
  public boolean trigger(UUID channel, RecordingKind kind, int seconds) {
    String name = devices.channel(Function.RECORDING_OPERATE, channel).name();
    audit.note(
        AuditAct.of("recording.trigger", "channel", channel, name)
            .is(Map.of("kind", kind, "seconds", seconds)));
    return signalled(channel, kind, seconds);
  }

  /** The same for what a camera itself tells. */
  @PermitAll
  public boolean signalled(UUID channel, RecordingKind kind, int seconds) {
    Instant now = clock.instant();
    Collection<RecordingPlan> waiting = rules.load().waitingFor(channel, kind, now);
    for (RecordingPlan plan : waiting) {
      Instant until = now.plusSeconds(seconds).plus(plan.post());
      save(new Trigger(channel, plan.stream(), kind, now.minus(plan.pre()), until));
    }
    return !waiting.isEmpty();
  }

  /** Records the main stream for an alarm, whatever plans say. */
  @PermitAll
  public void alarm(UUID channel, Instant from, Instant until) {
    save(new Trigger(channel, StreamKind.MAIN, RecordingKind.ALARM, from, until));
  }

  private void end(UUID channel, Instant now) {
    database.update(
        "update recording_trigger set until_at = greatest(from_at, ?) where channel_id = ?"
            + " and kind = 'MANUAL' and until_at > ?",
        now,
        channel,
        now);
  }

  /** Overlapping and touching ranges of a kind become one row. */
  private void save(Trigger trigger) {
    database.first(
        "select pg_advisory_xact_lock(hashtext('recording_trigger'), hashtext(?))",
        row -> true,
        trigger.channel().toString());
    int extended =
        database.update(
            "update recording_trigger set until_at = greatest(until_at, ?) where channel_id = ?"
                + " and stream = ? and kind = ? and until_at >= ? and from_at <= ?",
            trigger.until(),
            trigger.channel(),
            trigger.stream(),
            trigger.kind(),
            trigger.from(),
            trigger.until());
    if (extended == 0) {
      database.update(
          "insert into recording_trigger (channel_id, stream, kind, from_at, until_at, by_user)"
              + " values (?, ?, ?, ?, ?, ?)",
          trigger.channel(),
          trigger.stream(),
          trigger.kind(),
          trigger.from(),
          trigger.until(),
          trigger.kind() == RecordingKind.MANUAL ? context.getCallerPrincipal().getName() : null);
    }
    changed.fire(new PlansChanged());
  }
}
