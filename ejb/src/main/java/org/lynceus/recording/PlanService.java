package org.lynceus.recording;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceQueries;
import org.lynceus.schedule.TimeTemplateQueries;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Writes recording plans. A channel may be in several; the strongest kind shows. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.RECORDING_CONFIGURE)
public class PlanService {
  @Inject private Database database;
  @Inject private PlanQueries queries;
  @Inject private TimeTemplateQueries templates;
  @Inject private DeviceQueries devices;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Rights rights;
  @Inject private Clock clock;
  @Inject private Event<PlansChanged> changed;

  public RecordingPlan add(PlanDraft draft) {
    UUID id = ids.next();
    check(id, draft);
    database.update(
        "insert into recording_plan (id, name, enabled, template_id, kind, stream, pre_seconds,"
            + " post_seconds, changed_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        id,
        draft.name(),
        draft.enabled(),
        draft.templateId(),
        draft.kind(),
        draft.stream(),
        draft.preSeconds(),
        draft.postSeconds(),
        clock.instant());
    return stored("recording.plan.add", null, id, draft);
  }

  public RecordingPlan change(UUID id, long version, PlanDraft draft) {
    requireWhole(id);
    RecordingPlan before = queries.plan(id);
    check(id, draft);
    Limits.changed(
        database.update(
            "update recording_plan set name = ?, enabled = ?, template_id = ?, kind = ?,"
                + " stream = ?, pre_seconds = ?, post_seconds = ?, changed_at = ?,"
                + " version = version + 1 where id = ? and version = ?",
            draft.name(),
            draft.enabled(),
            draft.templateId(),
            draft.kind(),
            draft.stream(),
            draft.preSeconds(),
            draft.postSeconds(),
            clock.instant(),
            id,
            version),
        "recording plan");
    database.update("delete from recording_plan_channel where plan_id = ?", id);
    return stored("recording.plan.change", before, id, draft);
  }

  public void remove(UUID id, long version) {
    requireWhole(id);
    RecordingPlan before = queries.plan(id);
    Limits.changed(
        database.update("delete from recording_plan where id = ? and version = ?", id, version),
        "recording plan");
    audit.note(
        AuditAct.of("recording.plan.remove", "recording-plan", id, before.name()).was(before));
    changed.fire(new PlansChanged());
  }

  /**
   * A plan is changed by who may configure all of its channels: nobody drops what he cannot see.
   */
  private void requireWhole(UUID id) {
    queries.seen(id);
    Permits permits = rights.permits();
    if (!queries.plan(id).channelIds().stream()
        .allMatch(channel -> permits.mayAtChannel(Function.RECORDING_CONFIGURE, channel))) {
      throw new DomainException(
          ProblemType.FORBIDDEN, "This plan names cameras that you may not configure.");
    }
  }

  private void check(UUID id, PlanDraft draft) {
    templates.template(draft.templateId());
    if (database.number(
            "select count(*) from recording_plan where lower(name) = lower(?) and id <> ?",
            draft.name(),
            id)
        > 0) {
      throw DomainException.invalid("/name", "Another recording plan has this name.");
    }
    devices.requireChannels(Function.RECORDING_CONFIGURE, draft.channelIds());
  }

  private RecordingPlan stored(
      String action, @Nullable RecordingPlan before, UUID id, PlanDraft draft) {
    database.batch(
        "insert into recording_plan_channel (plan_id, channel_id) values (?, ?)",
        draft.channelIds().stream().map(channel -> new Object[] {id, channel}).toList());
    changed.fire(new PlansChanged());
    RecordingPlan after = queries.plan(id);
    audit.note(AuditAct.of(action, "recording-plan", id, after.name()).was(before).is(after));
    return after;
  }
}
