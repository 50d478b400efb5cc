package org.lynceus.alarm;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
  private static final int NAMES = 1000;
  private static final String COMMENTED =
      "h.comment is not null and " + CommentWords.VECTOR + " @@ to_tsquery('simple', ?)";

  /**
   * The most alarms that a page looks at, beside those that it finds: when an index finds them all
   * over the table, or when asking one costs much.
   */
  private final int looked;

  /** The same when they lie beside each other and are cheap to ask. */
  private final int passed;

  @Inject private Database database;
  @Inject private Rights rights;

  public AlarmSearchQueries() {
    this(10_000, 50_000);
  }

  /** For tests: looks at fewer. */
  public AlarmSearchQueries(int looked, int passed) {
    this.looked = looked;
    this.passed = passed;
  }

  /**
   * A page of what is found. It looks at {@link #passed} alarms at most, of dear conditions at
   * {@link #looked}, so that every answer comes soon: it may have fewer alarms than asked for, also
   * none, and a next page that looks further back. There is nothing more when there is no next
   * page.
   */
  public Page<Alarm> page(AlarmSearch search, int limit, @Nullable String after) {
    SearchConditions wanted = wanted(search);
    PageKey key = PageKey.decode(after);
    if (key != null) {
      wanted.time("(a.first_at, a.number) < (?, ?)", key.instant(), key.number());
    }
    boolean few = wanted.bounded() || !wanted.exact() && few(wanted.lead());
    @Nullable PageKey reached =
        few || wanted.exact() ? null : reached(wanted.time(), wanted.dear() ? looked : passed);
    if (reached != null) {
      wanted.time("(a.first_at, a.number) >= (?, ?)", reached.instant(), reached.number());
    }
    ChannelFilter all = wanted.all();
    Page<Alarm> found =
        Page.cut(
            database.list(
                ordered(AlarmSql.ANY + all.sql(), few),
                AlarmSql::alarm,
                all.between(List.of(), Limits.page(limit) + 1)),
            limit,
            alarm -> key(alarm.first(), alarm.number()));
    return found.next() == null && reached != null
        ? new Page<>(found.items(), reached.encode())
        : found;
  }

  /** Of few rows all are found before they are ordered: they may all be of long ago. */
  private static String ordered(String select, boolean few) {
    return (few ? "select * from (" + select + " offset 0) a" : select)
        + " order by a.first_at desc, a.number desc limit ?";
  }

  /** Whether an index leaves so few alarms that all of them can be looked at. */
  private boolean few(@Nullable ChannelFilter lead) {
    return lead != null
        && database.number(
                "select count(*) from (select from alarm a where "
                    + lead.sql()
                    + " limit ?) as counted",
                lead.between(List.of(), looked + 1))
            <= looked;
  }

  /** The alarm up to which a page looks; null: there are not that many. */
  private @Nullable PageKey reached(ChannelFilter time, int most) {
    return database.first(
        "select a.first_at, a.number from alarm a where "
            + time.sql()
            + " order by a.first_at desc, a.number desc offset ? limit 1",
        row -> key(Sql.instant(row, "first_at"), row.getLong("number")),
        time.between(List.of(), most - 1));
  }

  private static PageKey key(Instant first, long number) {
    return new PageKey(first.toString(), Long.toString(number));
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

  private SearchConditions wanted(AlarmSearch search) {
    SearchConditions found = new SearchConditions();
    TimeRange range = search.range();
    if (range != null) {
      found.time("a.first_at >= ? and a.first_at < ?", range.from(), range.to());
    }
    if (search.number() != null) {
      found.few("a.number = ?", search.number());
    }
    place(found, search);
    named(found, search.q());
    if (search.handler() != null && !search.handler().isBlank()) {
      found.indexed(
          true, "lower(coalesce(a.owner, a.handled_by)) = lower(?)", search.handler().strip());
    }
    if (Boolean.TRUE.equals(search.lasting())) {
      found.indexed(true, "a.ended_at is null");
    } else if (search.lasting() != null) {
      found.other("a.ended_at is not null");
    }
    if (!search.types().isEmpty()) {
      found.indexed("a.type", words(search.types()));
    }
    if (!search.priorities().isEmpty()) {
      found.other("a.priority = any(?)", (Object) words(search.priorities()));
    }
    if (!search.handling().isEmpty()) {
      found.other("a.handling = any(?)", (Object) words(search.handling()));
    }
    if (!search.schemes().isEmpty()) {
      found.other("a.scheme_id = any(?)", search.schemes());
    }
    @Nullable String comment = CommentWords.query(search.comment());
    if (comment != null) {
      commented(found, comment);
    }
    ChannelFilter seen = AlarmSql.seen(rights);
    if (!seen.parameters().isEmpty()) {
      found.other(seen);
    }
    return found;
  }

  /** Rare words are looked up first. Of frequent ones the alarms are looked at one by one. */
  private void commented(SearchConditions found, String words) {
    List<UUID> few =
        database.list(
            "select h.alarm_id from alarm_history h where " + COMMENTED + " limit " + (RARE + 1),
            row -> Sql.uuid(row, "alarm_id"),
            words);
    if (few.size() <= RARE) {
      found.few("a.id = any(?)", few);
    } else {
      found.dear(
          new ChannelFilter(
              "(select true from alarm_history h where h.alarm_id = a.id and "
                  + COMMENTED
                  + " limit 1)",
              List.of(words)));
    }
  }

  /** A part of a name is looked for among the names; of very many the alarms are looked at. */
  private void named(SearchConditions found, @Nullable String q) {
    if (q == null || q.isBlank()) {
      return;
    }
    Map<Boolean, List<String>> names =
        database
            .list(
                "select name, of_scheme from alarm_name where name ilike ? limit ?",
                row -> Map.entry(row.getBoolean("of_scheme"), row.getString("name")),
                AlarmSql.like(q),
                NAMES + 1)
            .stream()
            .collect(
                Collectors.partitioningBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    String[] schemes = words(names.getOrDefault(true, List.of()));
    String[] sources = words(names.getOrDefault(false, List.of()));
    if (schemes.length + sources.length > NAMES) {
      found.dear(AlarmSql.named(q));
    } else if (schemes.length == 0) {
      found.indexed("a.source_name", sources);
    } else {
      found.other("(a.source_name = any(?) or a.scheme_name = any(?))", sources, schemes);
    }
  }

  /** Places widen each other: an alarm is at one of the channels, devices or sites. */
  private void place(SearchConditions found, AlarmSearch search) {
    Set<UUID> devices = new HashSet<>(search.devices());
    if (!search.sites().isEmpty()) {
      Set<UUID> below =
          search.sites().stream()
              .flatMap(site -> rights.sitesBelow(site).stream())
              .collect(Collectors.toSet());
      devices.addAll(
          database.list(
              "select id from device where site_id = any(?)", row -> Sql.uuid(row, "id"), below));
    }
    boolean anyDevice = !search.devices().isEmpty() || !search.sites().isEmpty();
    if (anyDevice && !search.channels().isEmpty()) {
      found.indexed(
          false, "(a.channel_id = any(?) or a.device_id = any(?))", search.channels(), devices);
    } else if (anyDevice) {
      found.indexed("a.device_id", devices);
    } else if (!search.channels().isEmpty()) {
      found.indexed("a.channel_id", search.channels());
    }
  }

  private static String[] words(Collection<?> values) {
    return values.stream().map(Object::toString).toList().toArray(NO_TEXTS);
  }
}
