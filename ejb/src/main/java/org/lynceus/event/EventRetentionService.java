package org.lynceus.event;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/** Reads and sets how long events are kept. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
public class EventRetentionService {
  @Inject private Database database;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  @Needs(Function.SYSTEM_READ)
  public EventRetention retention() {
    return current();
  }

  /** For the center itself. */
  @PermitAll
  public EventRetention current() {
    return Objects.requireNonNull(
        database.first(
            "select days, version from event_retention",
            row -> new EventRetention(row.getInt("days"), row.getLong("version"))));
  }

  /** Sets it; what is too old then goes within ten minutes. */
  @Needs(Function.SYSTEM_CONFIGURE)
  public EventRetention set(int days, long version) {
    if (days < EventRetention.LEAST || days > EventRetention.MOST) {
      throw DomainException.invalid(
          "/days",
          "Events are kept " + EventRetention.LEAST + " to " + EventRetention.MOST + " days.");
    }
    EventRetention before = current();
    Limits.changed(
        database.update(
            "update event_retention set days = ?, changed_at = ?, version = version + 1"
                + " where version = ?",
            days,
            clock.instant(),
            version),
        "retention of events");
    EventRetention after = current();
    audit.note(
        AuditAct.of("event.retention", "event-retention", null, "events").was(before).is(after));
    return after;
  }
}
