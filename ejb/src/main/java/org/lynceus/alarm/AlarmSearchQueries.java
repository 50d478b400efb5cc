package org.lynceus.alarm;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ChannelFilter;
import org.lynceus.shared.Database;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.Sql;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Finds alarms of any time, as far as the caller may see them; those that began last come first.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.ALARM_READ)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AlarmSearchQueries {
  private static final String[] NO_TEXTS = {};
  private static final int RARE = 5000;
  private static final String COMMENTED =
      "h.comment is not null and " + CommentWords.VECTOR + " @@ to_tsquery('simple', ?)";

  @Inject private Database database;
  @Inject private Rights rights;

  /** A page of what is found. */
  public Page<Alarm> page(AlarmSearch search, int limit, @Nullable String after) {
    PageKey key = PageKey.decode(after);
    ChannelFilter conditions = AlarmSql.seen(rights).and(wanted(search));
    if (key != null) {
      conditions =
          conditions.and(
              new ChannelFilter(
                  "(a.first_at, a.number) < (?, ?)", List.of(key.instant(), key.number())));
    }
    return Page.cut(
        database.list(
            AlarmSql.SELECT + conditions.sql() + " order by a.first_at desc, a.number desc limit ?",
            AlarmSql::alarm,
            conditions.between(List.of(), Limits.page(limit) + 1)),
        limit,
        alarm -> new PageKey(alarm.first().toString(), Long.toString(alarm.number())));
  }

  /** The comments of alarms that {@link #page} found, each with its time and who wrote it. */
  public Map<UUID, String> comments(Collection<Alarm> alarms) {
    Map<UUID, String> found = new HashMap<>();
    database.list(
        "select h.alarm_id, h.at, h.by_user, h.comment from alarm_history h"
            + " where h.alarm_id = any(?) and h.comment is not null order by h.id",
        row ->
            found.merge(
                Sql.uuid(row, "alarm_id"),
                Sql.instant(row, "at")
                    + " "
                    + row.getString("by_user")
                    + ": "
                    + row.getString("comment"),
                (one, next) -> one + "\n" + next),
        alarms.stream().map(Alarm::id).toList());
    return found;
  }

  private ChannelFilter wanted(AlarmSearch search) {
    Conditions found = new Conditions();
    TimeRange range = search.range();
    if (range != null) {
      found.add("a.first_at >= ? and a.first_at < ?", range.from(), range.to());
    }
    if (search.number() != null) {
      found.add("a.number = ?", search.number());
    }
    if (search.lasting() != null) {
      found.add(search.lasting() ? "a.ended_at is null" : "a.ended_at is not null");
    }
    place(found, search);
    found.any("a.type", words(search.types()));
    found.any("a.priority", words(search.priorities()));
    found.any("a.handling", words(search.handling()));
    if (!search.schemes().isEmpty()) {
      found.add("a.scheme_id = any(?)", search.schemes());
    }
    if (search.handler() != null && !search.handler().isBlank()) {
      found.add("lower(coalesce(a.owner, a.handled_by)) = lower(?)", search.handler().strip());
    }
    @Nullable String comment = CommentWords.query(search.comment());
    if (comment != null) {
      commented(found, comment);
    }
    return found.filter().and(AlarmSql.named(search.q()));
  }

  /**
   * Rare words are looked up first. Of frequent ones the alarms are looked at in order of time, of
   * which few have to be seen; the limit keeps the database from reading all comments instead.
   */
  private void commented(Conditions found, String words) {
    List<UUID> few =
        database.list(
            "select h.alarm_id from alarm_history h where " + COMMENTED + " limit " + (RARE + 1),
            row -> Sql.uuid(row, "alarm_id"),
            words);
    if (few.size() <= RARE) {
      found.add("a.id = any(?)", few);
    } else {
      found.add(
          "(select true from alarm_history h where h.alarm_id = a.id and "
              + COMMENTED
              + " limit 1)",
          words);
    }
  }

  /** Places widen each other: an alarm is at one of the channels, devices or sites. */
  private void place(Conditions found, AlarmSearch search) {
    List<String> any = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if (!search.channels().isEmpty()) {
      any.add("a.channel_id = any(?)");
      values.add(search.channels());
    }
    if (!search.devices().isEmpty()) {
      any.add("a.device_id = any(?)");
      values.add(search.devices());
    }
    if (!search.sites().isEmpty()) {
      Set<UUID> below =
          search.sites().stream()
              .flatMap(site -> rights.sitesBelow(site).stream())
              .collect(Collectors.toSet());
      any.add("a.device_id in (select d.id from device d where d.site_id = any(?))");
      values.add(below);
    }
    if (!any.isEmpty()) {
      found.add("(" + String.join(" or ", any) + ")", values.toArray());
    }
  }

  private static String[] words(Collection<?> values) {
    return values.stream().map(Object::toString).toList().toArray(NO_TEXTS);
  }

  /** Conditions that all hold, with their parameters. */
  private static final class Conditions {
    private final List<String> sql = new ArrayList<>(List.of("true"));
    private final List<Object> values = new ArrayList<>();

    void add(String condition, Object... parameters) {
      sql.add(condition);
      values.addAll(List.of(parameters));
    }

    void any(String column, String[] words) {
      if (words.length > 0) {
        sql.add(column + " = any(?)");
        values.add(words);
      }
    }

    ChannelFilter filter() {
      return new ChannelFilter(String.join(" and ", sql), values);
    }
  }
}
