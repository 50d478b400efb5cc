package org.lynceus.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/** Writes time templates. A change holds at once for everything that follows the template. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.SCHEDULE_CONFIGURE)
public class TimeTemplateService {
  @Inject private Database database;
  @Inject private TimeTemplateQueries queries;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Clock clock;
  @Inject private Event<TimeTemplateChanged> changed;

  public TimeTemplate add(String name, @Nullable ZoneId zone, TimeRules rules) {
    UUID id = ids.next();
    String trimmed = free(Limits.name(name), id);
    database.update(
        "insert into time_template (id, name, zone, rules, changed_at, version)"
            + " values (?, ?, ?, ?, ?, 1)",
        id,
        trimmed,
        zone == null ? null : zone.getId(),
        TimeRulesJson.write(rules),
        clock.instant());
    return noted("schedule.template.add", null, id);
  }

  public TimeTemplate change(
      UUID id, long version, String name, @Nullable ZoneId zone, TimeRules rules) {
    TimeTemplate before = own(id);
    String trimmed = free(Limits.name(name), id);
    int rows =
        database.update(
            "update time_template set name = ?, zone = ?, rules = ?, changed_at = ?,"
                + " version = version + 1 where id = ? and version = ?",
            trimmed,
            zone == null ? null : zone.getId(),
            TimeRulesJson.write(rules),
            clock.instant(),
            id,
            version);
    Limits.changed(rows, "time template");
    changed.fire(new TimeTemplateChanged(id));
    return noted("schedule.template.change", before, id);
  }

  /** Removes a template that nothing follows. */
  public void remove(UUID id, long version) {
    TimeTemplate before = own(id);
    List<TimeTemplateUse.Use> uses = queries.uses(id);
    if (!uses.isEmpty()) {
      throw new DomainException(
          ProblemType.CONFLICT,
          "The time template is used by "
              + uses.stream().map(TimeTemplateUse.Use::name).collect(Collectors.joining(", "))
              + ".");
    }
    Limits.changed(
        database.update("delete from time_template where id = ? and version = ?", id, version),
        "time template");
    audit.note(
        AuditAct.of("schedule.template.remove", "time-template", id, before.name()).was(before));
  }

  private TimeTemplate noted(String action, @Nullable TimeTemplate before, UUID id) {
    TimeTemplate after = queries.template(id);
    audit.note(AuditAct.of(action, "time-template", id, after.name()).was(before).is(after));
    return after;
  }

  private TimeTemplate own(UUID id) {
    TimeTemplate template = queries.template(id);
    if (template.builtin()) {
      throw new DomainException(
          ProblemType.CONFLICT, "The built-in time template cannot be changed; make your own.");
    }
    return template;
  }

  private String free(String name, UUID id) {
    if (database.number(
            "select count(*) from time_template where lower(name) = lower(?) and id <> ?", name, id)
        > 0) {
      throw DomainException.invalid("/name", "Another time template has this name.");
    }
    return name;
  }
}
