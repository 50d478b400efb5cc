package org.lynceus.alarm.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmHandling;
import org.lynceus.alarm.AlarmSql;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.device.ChannelFilter;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Sql;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Figures about alarms, of those that the caller may see. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ALARM_READ)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AlarmReports {
  /** The longest range of a report. */
  public static final Duration LONGEST = Duration.ofDays(31);

  private static final int MOST = 500_000;
  private static final int PORTION = 5000;
  private static final String FACTS =
      """
      select a.number, a.scheme_id, a.scheme_name, a.priority, a.type, a.source_key, a.source_name,
        a.first_at, a.last_at, a.ended_at, a.occurrences, a.raised_at, a.handling,
        case when a.handling in ('RESOLVED', 'FALSE_ALARM', 'IGNORED') then a.handled_at end as closed_at,
        coalesce(a.owner, a.handled_by) as person,
        done.first_at as taken_at, done.acts
      from alarm a, lateral (
        select min(h.at) as first_at, array_agg(h.act || ' ' || h.by_user order by h.id) as acts
        from alarm_history h where h.alarm_id = a.id
          and h.act in ('CLAIM', 'TAKE_OVER', 'FORWARD', 'RESOLVE', 'FALSE_ALARM', 'IGNORE')) done
      where not a.gone and (a.first_at, a.number) > (?, ?) and a.first_at < ? and """;

  @Inject private Database database;
  @Inject private Rights rights;
  @Inject private Clock clock;

  /**
   * The figures of a range of at most {@link #LONGEST}.
   *
   * @param site only what is there or below; null: everywhere
   */
  public AlarmReport report(TimeRange range, @Nullable UUID site) {
    if (range.length().compareTo(LONGEST) > 0) {
      throw DomainException.invalid("to", "A report is of at most 31 days.");
    }
    ChannelFilter conditions =
        AlarmSql.seen(rights)
            .and(ChannelFilter.sites("a.device_id", site == null ? null : rights.sitesBelow(site)));
    ReportTally tally = new ReportTally(range, clock.instant());
    Instant from = range.from();
    long number = -1;
    int read = 0;
    List<AlarmFact> portion;
    do {
      portion =
          database.list(
              FACTS + conditions.sql() + " order by a.first_at, a.number limit ?",
              AlarmReports::fact,
              conditions.between(List.of(from, number, range.to()), PORTION));
      portion.forEach(tally::add);
      read += portion.size();
      if (read > MOST) {
        throw DomainException.invalid(
            "from", "There are more than " + MOST + " alarms; ask for a shorter time.");
      }
      if (!portion.isEmpty()) {
        AlarmFact last = portion.get(portion.size() - 1);
        from = last.first();
        number = last.number();
      }
    } while (portion.size() == PORTION);
    return tally.report();
  }

  private static AlarmFact fact(ResultSet row) throws SQLException {
    return new AlarmFact(
        row.getLong("number"),
        Sql.uuid(row, "scheme_id"),
        row.getString("scheme_name"),
        AlarmPriority.valueOf(row.getString("priority")),
        row.getString("type"),
        row.getString("source_key"),
        row.getString("source_name"),
        Sql.instant(row, "first_at"),
        Sql.instant(row, "last_at"),
        Sql.instantOrNull(row, "ended_at"),
        row.getInt("occurrences"),
        Sql.instant(row, "raised_at"),
        AlarmHandling.valueOf(row.getString("handling")),
        Sql.instantOrNull(row, "taken_at"),
        Sql.instantOrNull(row, "closed_at"),
        row.getString("person"),
        acts(row.getArray("acts")));
  }

  /** Each is its word, a blank and the name. */
  private static List<AlarmFact.Act> acts(@Nullable Array acts) throws SQLException {
    return acts == null
        ? List.of()
        : Arrays.stream((String[]) acts.getArray())
            .map(act -> act.split(" ", 2))
            .map(act -> new AlarmFact.Act(act[0], act[1]))
            .toList();
  }
}
