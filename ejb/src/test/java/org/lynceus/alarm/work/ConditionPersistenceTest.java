package org.lynceus.alarm.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.alarm.work.AlarmsOfTests.draft;
import static org.lynceus.event.DeviceEventType.VOLUME_FULL;
import static org.lynceus.event.DeviceEventType.VOLUME_READY;
import static org.lynceus.shared.TestTransaction.inject;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.alarm.AlarmQueries;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemeCondition;
import org.lynceus.alarm.scheme.SchemesOfTests;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.EventAttributes;
import org.lynceus.event.EventQueries;
import org.lynceus.shared.Sql;
import org.lynceus.user.TestRights;

class ConditionPersistenceTest {
  private static final SchemeCondition OVER =
      new SchemeCondition("level", SchemeCondition.Operator.AT_LEAST, List.of("95"));
  private AlarmsOfTests alarms;

  @BeforeEach
  void set() throws Exception {
    alarms = new AlarmsOfTests();
  }

  private DeviceEvent event(String type, int secondsAgo, Map<String, String> attributes) {
    return new DeviceEvent(
        UUID.randomUUID(),
        null,
        null,
        type,
        null,
        alarms.now().minusSeconds(secondsAgo),
        "v",
        null,
        new EventAttributes(attributes));
  }

  private List<UUID> stored(AlarmScheme scheme, String more) {
    return alarms.in(
        () ->
            alarms
                .transaction
                .database()
                .list(
                    "select id from alarm where scheme_id = ? and not gone " + more,
                    row -> Sql.uuid(row, "id"),
                    scheme.id()));
  }

  @Test
  void onlyWhatSaysWhatIsAskedForRaisesAndItsEndNeedsToSayNothing() {
    AlarmScheme scheme = alarms.scheme(SchemesOfTests.with(draft(0, 0, 0, VOLUME_FULL), OVER));
    assertThat(scheme.rule().match().conditions()).containsExactly(OVER);
    alarms.happen(
        event(VOLUME_FULL, 100, Map.of()),
        event(VOLUME_READY, 90, Map.of()),
        event(VOLUME_FULL, 80, Map.of("level", "94.9")),
        event(VOLUME_READY, 70, Map.of()));
    assertThat(stored(scheme, "")).isEmpty();
    alarms.happen(event(VOLUME_FULL, 60, Map.of("level", "95.0", "disk", "sda")));
    assertThat(stored(scheme, "and ended_at is null")).hasSize(1);
    alarms.happen(event(VOLUME_READY, 50, Map.of()));
    assertThat(stored(scheme, "and ended_at is not null")).hasSize(1);
  }

  @Test
  void anAlarmShowsWhatItsEventsSaid() {
    AlarmScheme scheme = alarms.scheme(SchemesOfTests.with(draft(0, 0, 0, VOLUME_FULL), OVER));
    alarms.happen(event(VOLUME_FULL, 60, Map.of("level", "99", "disk", "sda")));
    EventQueries events = new EventQueries();
    inject(events, "database", alarms.transaction.database());
    AlarmQueries queries = new AlarmQueries();
    inject(queries, "database", alarms.transaction.database());
    inject(queries, "rights", new TestRights());
    inject(queries, "events", events);
    UUID alarm = stored(scheme, "").get(0);
    assertThat(alarms.in(() -> queries.events(alarm)))
        .extracting(one -> one.event().attributes().values())
        .containsExactly(Map.of("disk", "sda", "level", "99"));
  }
}
