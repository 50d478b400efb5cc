package org.lynceus.schedule;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Reads time templates. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TimeTemplateQueries {
  private static final String SELECT = "select * from time_template";

  @Inject private Database database;
  @Inject private Rights rights;
  @Inject @Any private Instance<TimeTemplateUse> users;

  /** All of them, the built-in ones first. */
  @PermitAll
  public List<TimeTemplate> all() {
    return database.list(
        SELECT + " order by builtin desc, lower(name)", TimeTemplateQueries::template);
  }

  public TimeTemplate template(UUID id) {
    TimeTemplate found =
        database.first(SELECT + " where id = ?", TimeTemplateQueries::template, id);
    if (found == null) {
      throw DomainException.notFound("time template");
    }
    return found;
  }

  /** What follows the template, as far as the caller has to know: who may change it sees all. */
  public List<TimeTemplateUse.Use> usesSeen(UUID id) {
    return rights.permits().may(Function.SCHEDULE_CONFIGURE) ? uses(id) : List.of();
  }

  /** What follows the template. */
  @Needs(Function.SCHEDULE_CONFIGURE)
  public List<TimeTemplateUse.Use> uses(UUID id) {
    return users.stream().flatMap(user -> user.uses(id).stream()).toList();
  }

  private static TimeTemplate template(ResultSet row) throws SQLException {
    @Nullable String zone = row.getString("zone");
    return new TimeTemplate(
        Sql.uuid(row, "id"),
        row.getString("name"),
        zone == null ? null : ZoneId.of(zone),
        row.getBoolean("builtin"),
        TimeRulesJson.read(row.getString("rules")),
        row.getLong("version"));
  }
}
