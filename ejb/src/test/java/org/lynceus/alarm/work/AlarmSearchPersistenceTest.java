package org.lynceus.alarm.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.alarm.work.AlarmsOfTests.draft;
import static org.lynceus.alarm.work.AlarmsOfTests.event;
import static org.lynceus.event.DeviceEventType.RETENTION_SHORT;
import static org.lynceus.event.DeviceEventType.VOLUME_FULL;
import static org.lynceus.shared.TestTransaction.inject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmHandling;
import org.lynceus.alarm.AlarmSearch;
import org.lynceus.alarm.AlarmSearchQueries;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.event.DeviceEvent;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Page;
import org.lynceus.shared.TimeRange;
import org.lynceus.user.Scope;
import org.lynceus.user.TestRights;

class AlarmSearchPersistenceTest {
  private AlarmsOfTests alarms;
  private final AlarmSearchQueries queries = new AlarmSearchQueries();
  private AlarmScheme scheme;
  private final TestRights rights = new TestRights();

  /** A search of this test's scheme, of which a test changes one part. */
  private final class Search {
    TimeRange range = new TimeRange(ago(4000), alarms.now());
    Long number;
    List<UUID> devices = List.of();
    Boolean lasting;
    List<String> types = List.of();
    List<AlarmPriority> priorities = List.of();
    String handler;
    List<AlarmHandling> handling = List.of();
    String comment;
    String q;

    AlarmSearch made() {
      return new AlarmSearch(
          range,
          number,
          List.of(),
          devices,
          List.of(),
          lasting,
          types,
          priorities,
          List.of(scheme.id()),
          handler,
          handling,
          comment,
          q);
    }

    List<String> found() {
      return alarms.in(() -> queries.page(made(), 1000, null)).items().stream()
          .map(Alarm::sourceName)
          .toList();
    }
  }

  @BeforeEach
  void raiseFour() throws Exception {
    alarms = new AlarmsOfTests();
    inject(queries, "database", alarms.transaction.database());
    inject(queries, "rights", rights);
    scheme = alarms.scheme(draft(0, 0, 0, "RETENTION_SHORT", "VOLUME_FULL"));
    alarms.happen(
        event(RETENTION_SHORT, "one", ago(3000)),
        event(RETENTION_SHORT, "two", ago(2000)),
        event(VOLUME_FULL, "three", ago(1000)),
        event(RETENTION_SHORT, "four", ago(10)));
    handle("one", "FALSE_ALARM", "anna", "A cat at gate 7, 确认误报");
    handle("two", "RESOLVED", "Bo", "Replaced.");
  }

  private void handle(String source, String handling, String by, String comment) {
    alarms.in(
        () ->
            alarms
                .transaction
                .database()
                .update(
                    "with done as (update alarm set handling = ?, handled_by = ?, handled_at = ?"
                        + " where scheme_id = ? and source_name = ? returning id)"
                        + " insert into alarm_history (alarm_id, at, by_user, act, comment)"
                        + " select id, ?, ?, ?, ? from done",
                    handling,
                    by,
                    alarms.now(),
                    scheme.id(),
                    source,
                    alarms.now(),
                    by,
                    handling,
                    comment));
  }

  private Instant ago(int seconds) {
    return alarms.now().minusSeconds(seconds);
  }

  @Test
  void whatBeganLastComesFirstAndTheRangeIsHalfOpen() {
    Search search = new Search();
    assertThat(search.found()).containsExactly("four", "three", "two", "one");
    search.range = new TimeRange(ago(2000), ago(10));
    assertThat(search.found()).containsExactly("three", "two");
  }

  @Test
  void everyPartNarrowsWhatIsFound() {
    Search types = new Search();
    types.types = List.of("VOLUME_FULL");
    assertThat(types.found()).containsExactly("three");
    Search lasting = new Search();
    lasting.lasting = true;
    assertThat(lasting.found()).containsExactly("three");
    lasting.lasting = false;
    assertThat(lasting.found()).containsExactly("four", "two", "one");
    Search priorities = new Search();
    priorities.priorities = List.of(AlarmPriority.LOW, AlarmPriority.CRITICAL);
    assertThat(priorities.found()).isEmpty();
    Search handling = new Search();
    handling.handling = List.of(AlarmHandling.FALSE_ALARM, AlarmHandling.RESOLVED);
    assertThat(handling.found()).containsExactly("two", "one");
    Search handler = new Search();
    handler.handler = " bo ";
    assertThat(handler.found()).containsExactly("two");
    Search name = new Search();
    name.q = "thre";
    assertThat(name.found()).containsExactly("three");
    Search devices = new Search();
    devices.devices = List.of(UUID.randomUUID());
    assertThat(devices.found()).isEmpty();
  }

  @Test
  void commentsAreFoundByTheirWordsInBothLanguages() {
    Search search = new Search();
    for (String words : List.of("cat", "GATE ca", "误报", "认误 7", "cat 误报", "at")) {
      search.comment = words;
      assertThat(search.found()).as(words).containsExactly("one");
    }
    for (String words : List.of("dog", "cat replaced", "报误", "gates")) {
      search.comment = words;
      assertThat(search.found()).as(words).isEmpty();
    }
  }

  @Test
  void aNumberNeedsNoRangeButNothingElseDoesWithout() {
    Search search = new Search();
    search.number =
        alarms.in(() -> queries.page(new Search().made(), 1, null)).items().get(0).number();
    search.range = null;
    assertThat(search.found()).containsExactly("four");
    search.number = null;
    assertThatThrownBy(search::made).isInstanceOf(DomainException.class);
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    assertThat(pages(queries, new Search(), 1)).containsExactly("four", "three", "two", "one");
  }

  @Test
  void pagesThatLookAtFewAlarmsLoseNoneAndFindNoneTwice() {
    raiseMany(40);
    for (int looked : new int[] {3, 40}) {
      AlarmSearchQueries shortSighted = new AlarmSearchQueries(looked, 2 * looked);
      inject(shortSighted, "database", alarms.transaction.database());
      inject(shortSighted, "rights", rights);
      for (Search search : combinations()) {
        List<String> all = search.found();
        for (int limit : new int[] {4, 1000}) {
          assertThat(pages(shortSighted, search, limit)).as("looked " + looked).isEqualTo(all);
        }
      }
    }
  }

  /** Every third one closed, of two types, names that have the same part. */
  private void raiseMany(int count) {
    DeviceEvent[] many = new DeviceEvent[count];
    for (int i = 0; i < count; i++) {
      many[i] =
          event(i % 2 == 0 ? RETENTION_SHORT : VOLUME_FULL, "many " + i, ago(100 + i / 3 * 20));
    }
    alarms.happen(many);
    for (int i = 0; i < count; i += 3) {
      handle("many " + i, "RESOLVED", i % 2 == 0 ? "anna" : "bo", "Number " + i);
    }
  }

  private List<Search> combinations() {
    List<Search> all = new ArrayList<>();
    for (int parts = 0; parts < 32; parts++) {
      Search search = new Search();
      search.types = (parts & 1) == 0 ? List.of() : List.of("VOLUME_FULL");
      search.handler = (parts & 2) == 0 ? null : "bo";
      search.handling = (parts & 4) == 0 ? List.of() : List.of(AlarmHandling.RESOLVED);
      search.q = (parts & 8) == 0 ? null : "any 1";
      search.priorities = (parts & 16) == 0 ? List.of() : List.of(AlarmPriority.HIGH);
      all.add(search);
    }
    return all;
  }

  private List<String> pages(AlarmSearchQueries searching, Search search, int limit) {
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      String key = after;
      Page<Alarm> page = alarms.in(() -> searching.page(search.made(), limit, key));
      page.items().forEach(alarm -> found.add(alarm.sourceName()));
      after = page.next();
    } while (after != null);
    return found;
  }

  @Test
  void aPageLooksNoFurtherThanItMayAndSaysWhereTheNextOneGoesOn() {
    AlarmSearchQueries shortSighted = new AlarmSearchQueries(1, 2);
    inject(shortSighted, "database", alarms.transaction.database());
    inject(shortSighted, "rights", rights);
    Search search = new Search();
    search.handling = List.of(AlarmHandling.RESOLVED);
    Page<Alarm> first = alarms.in(() -> shortSighted.page(search.made(), 10, null));
    assertThat(first.items()).isEmpty();
    assertThat(first.next()).isNotNull();
    assertThat(pages(shortSighted, search, 10)).containsExactly("two");
  }

  @Test
  void whatIsDearToAskIsAskedOfFewerAlarmsForEachPage() {
    raiseMany(40);
    AlarmSearchQueries searching = new AlarmSearchQueries(5, 1_000_000);
    inject(searching, "database", alarms.transaction.database());
    inject(searching, "rights", rights);
    Search search = new Search();
    search.handling = List.of(AlarmHandling.IGNORED);
    assertThat(alarms.in(() -> searching.page(search.made(), 10, null)).next()).isNull();
    names("insert into alarm_name select 'dear ' || n, false from generate_series(1, 1001) n");
    try {
      search.q = "dear";
      assertThat(alarms.in(() -> searching.page(search.made(), 10, null)).next()).isNotNull();
    } finally {
      names("delete from alarm_name where name like 'dear %'");
    }
  }

  private void names(String sql) {
    alarms.in(() -> alarms.transaction.database().update(sql));
  }

  @Test
  void aPartOfANameIsFoundInSourcesAndSchemes() {
    Search search = new Search();
    search.q = scheme.name().toUpperCase(Locale.ROOT);
    assertThat(search.found()).containsExactly("four", "three", "two", "one");
    search.q = "o%e";
    assertThat(search.found()).isEmpty();
    search.q = "HRE";
    assertThat(search.found()).containsExactly("three");
  }

  @Test
  void whoMaySeeOtherPlacesOnlyFindsNothing() {
    rights.only(new Scope(false, Set.of(UUID.randomUUID()), Set.of(), Set.of()));
    assertThat(new Search().found()).isEmpty();
  }

  @Test
  void commentsAreReadWithTheirTimeAndWriter() {
    List<Alarm> found = alarms.in(() -> queries.page(new Search().made(), 1000, null)).items();
    assertThat(alarms.in(() -> queries.comments(found)).values())
        .containsExactlyInAnyOrder(
            "2026-11-23T12:00:00Z anna: A cat at gate 7, 确认误报",
            "2026-11-23T12:00:00Z Bo: Replaced.");
  }
}
