package org.lynceus.alarm.scheme;

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
import org.lynceus.event.EventCatalogue;
import org.lynceus.organisation.SiteQueries;
import org.lynceus.schedule.TimeTemplateQueries;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Writes alarm schemes. A change holds for events that are looked at after it; alarms that exist
 * stay as they are.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ALARM_CONFIGURE)
public class SchemeService {
  private static final int MOST = 5000;

  @Inject private Database database;
  @Inject private SchemeQueries queries;
  @Inject private TimeTemplateQueries templates;
  @Inject private DeviceQueries devices;
  @Inject private SiteQueries sites;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Rights rights;
  @Inject private Clock clock;
  @Inject private SchemeActions actions;
  @Inject private SchemeSecrets secrets;
  @Inject private Event<SchemesChanged> changed;

  public AlarmScheme add(SchemeDraft draft) {
    UUID id = ids.next();
    check(id, draft);
    if (database.number("select count(*) from alarm_scheme") >= MOST) {
      throw new DomainException(
          ProblemType.CONFLICT, "There are " + MOST + " schemes already; join some of them.");
    }
    database.update(
        "insert into alarm_scheme (name, enabled, priority, template_id, types, merge_seconds,"
            + " cap_seconds, delay_on_seconds, delay_off_seconds, procedure, to_roles, to_users,"
            + " actions, only_after, conditions, changed_at, id, version)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, 1)",
        values(draft, id));
    return stored("alarm.scheme.add", null, id, draft);
  }

  public AlarmScheme change(UUID id, long version, SchemeDraft draft) {
    AlarmScheme before = whole(id);
    check(id, draft);
    @Nullable Object[] values = values(draft, id);
    @Nullable Object[] all = java.util.Arrays.copyOf(values, values.length + 1);
    all[values.length] = version;
    Limits.changed(
        database.update(
            "update alarm_scheme set name = ?, enabled = ?, priority = ?, template_id = ?,"
                + " types = ?, merge_seconds = ?, cap_seconds = ?, delay_on_seconds = ?,"
                + " delay_off_seconds = ?, procedure = ?, to_roles = ?, to_users = ?,"
                + " actions = ?::jsonb, only_after = ?::jsonb, conditions = ?::jsonb,"
                + " changed_at = ?, version = version + 1 where id = ? and version = ?",
            all),
        "alarm scheme");
    database.update("delete from alarm_scheme_source where scheme_id = ?", id);
    if (!before.rule().match().equals(draft.match())) {
      forgetParts(id);
    }
    return stored("alarm.scheme.change", before, id, draft);
  }

  public void remove(UUID id, long version) {
    AlarmScheme before = whole(id);
    Limits.changed(
        database.update("delete from alarm_scheme where id = ? and version = ?", id, version),
        "alarm scheme");
    end(id);
    actions.forget(id);
    changed.fire(new SchemesChanged());
    audit.note(AuditAct.of("alarm.scheme.remove", "alarm-scheme", id, before.name()).was(before));
  }

  /** Makes a new secret for the web calls of a scheme and shows it, this once. */
  public String renewSecret(UUID id) {
    AlarmScheme scheme = whole(id);
    rights.requireEverywhere(Function.ALARM_CONFIGURE);
    if (scheme.rule().actions().stream().noneMatch(one -> one.kind() == ActionKind.WEBHOOK)) {
      throw new DomainException(ProblemType.CONFLICT, "This scheme makes no web calls.");
    }
    audit.note(AuditAct.of("alarm.scheme.secret", "alarm-scheme", id, scheme.name()));
    return secrets.renew(id);
  }

  /** Nobody will tell the end of what lasts now, and nothing is regrouped any more. */
  private void end(UUID scheme) {
    database.update(
        "update alarm set ended_at = greatest(last_at, ?), end_missing = true, changed_at = ?,"
            + " version = version + 1 where scheme_id = ? and ended_at is null",
        clock.instant(),
        clock.instant(),
        scheme);
    database.update("delete from alarm_due where scheme_id = ?", scheme);
    database.update("delete from alarm_occurrence where scheme_id = ?", scheme);
    forgetParts(scheme);
  }

  private void forgetParts(UUID scheme) {
    database.update("delete from alarm_part where scheme_id = ?", scheme);
  }

  /** A scheme is changed by who may configure all of its sources. */
  private AlarmScheme whole(UUID id) {
    AlarmScheme scheme = queries.seen(id);
    if (!rights.permits().mayEverywhere(Function.ALARM_CONFIGURE)
        && !scheme.rule().match().allSources().stream().allMatch(queries::mayConfigure)) {
      throw new DomainException(
          ProblemType.FORBIDDEN, "This scheme names places whose alarms you may not configure.");
    }
    return scheme;
  }

  private void check(UUID id, SchemeDraft draft) {
    templates.template(draft.match().templateId());
    if (database.number(
            "select count(*) from alarm_scheme where lower(name) = lower(?) and id <> ?",
            draft.name(),
            id)
        > 0) {
      throw DomainException.invalid("/name", "Another alarm scheme has this name.");
    }
    draft.match().allSources().forEach(this::check);
    for (String type : draft.match().allTypes()) {
      if (EventCatalogue.known().type(type) == null) {
        throw DomainException.invalid("/types", "There is no event type " + type + ".");
      }
    }
    actions.check(draft.actions());
    if (database.number("select count(*) from role where id = any(?)", draft.to().roles())
        < draft.to().roles().size()) {
      throw DomainException.invalid("/toRoles", "There is no such role.");
    }
  }

  private void check(AlarmSource source) {
    UUID id = source.objectId();
    if (id == null) {
      rights.requireEverywhere(Function.ALARM_CONFIGURE);
      return;
    }
    switch (source.kind()) {
      case CHANNEL -> devices.channel(Function.ALARM_CONFIGURE, id);
      case DEVICE, INPUT -> {
        rights.requireDevice(Function.ALARM_CONFIGURE, id);
        devices.device(id);
      }
      case SITE -> {
        rights.requireSite(Function.ALARM_CONFIGURE, id);
        sites.requireKnown(id);
      }
      case CENTER -> throw new IllegalStateException("the center has no id");
    }
  }

  private @Nullable Object[] values(SchemeDraft draft, UUID id) {
    return new @Nullable Object[] {
      draft.name(),
      draft.enabled(),
      draft.priority(),
      draft.match().templateId(),
      draft.match().types().toArray(String[]::new),
      draft.timing().merge(),
      draft.timing().cap(),
      draft.timing().delayOn(),
      draft.timing().delayOff(),
      draft.procedure(),
      draft.to().roles(),
      draft.to().users().toArray(String[]::new),
      ActionJson.all(draft.actions()),
      OnlyAfterJson.write(draft.match().onlyAfter()),
      ConditionJson.write(draft.match().conditions()),
      clock.instant(),
      id
    };
  }

  private AlarmScheme stored(
      String action, @Nullable AlarmScheme before, UUID id, SchemeDraft draft) {
    database.batch(
        "insert into alarm_scheme_source (scheme_id, kind, object_id, part) values (?, ?, ?, ?)",
        draft.match().sources().stream()
            .map(
                source ->
                    new @Nullable Object[] {id, source.kind(), source.objectId(), source.part()})
            .toList());
    actions.prepare(id, draft);
    changed.fire(new SchemesChanged());
    AlarmScheme after = queries.scheme(id);
    audit.note(AuditAct.of(action, "alarm-scheme", id, after.name()).was(before).is(after));
    return after;
  }
}
