package org.lynceus.alarm.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.alarm.work.AlarmsOfTests.draft;
import static org.lynceus.alarm.work.AlarmsOfTests.event;
import static org.lynceus.event.DeviceEventType.RETENTION_SHORT;
import static org.lynceus.event.DeviceEventType.VOLUME_FULL;
import static org.lynceus.event.DeviceEventType.VOLUME_READY;
import static org.lynceus.shared.TestTransaction.inject;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.AlarmSource;
import org.lynceus.alarm.scheme.OnlyAfter;
import org.lynceus.alarm.scheme.SchemeCondition;
import org.lynceus.alarm.scheme.SchemeDraft;
import org.lynceus.alarm.scheme.SchemeMatch;
import org.lynceus.alarm.scheme.SchemesOfTests;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.EventQueries;
import org.lynceus.organisation.SiteQueries;
import org.lynceus.schedule.TimeTemplateQueries;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Settings;
import org.lynceus.shared.TimeRange;

class SimulationPersistenceTest {
  private AlarmsOfTests alarms;
  private final SchemeSimulation simulation = new SchemeSimulation();

  @BeforeEach
  void set() throws Exception {
    alarms = new AlarmsOfTests();
    var database = alarms.transaction.database();
    EventQueries events = new EventQueries();
    inject(events, "database", database);
    SiteQueries sites = new SiteQueries();
    inject(sites, "database", database);
    TimeTemplateQueries templates = new TimeTemplateQueries();
    inject(templates, "database", database);
    Settings settings = new Settings();
    inject(settings, "zone", java.util.Optional.of("Europe/Berlin"));
    Places places = new Places();
    inject(places, "database", database);
    inject(places, "sites", sites);
    inject(places, "settings", settings);
    inject(simulation, "schemes", alarms.schemeQueries);
    inject(simulation, "templates", templates);
    inject(simulation, "events", events);
    inject(simulation, "places", places);
    inject(simulation, "clock", alarms.clock);
    alarms.transaction.execute("delete from device_event");
  }

  private Instant ago(int seconds) {
    return alarms.now().minusSeconds(seconds);
  }

  private Simulation run(AlarmScheme scheme, SchemeDraft draft) {
    TimeRange range = new TimeRange(ago(10_000), alarms.now().plusSeconds(1));
    return alarms.in(() -> simulation.run(scheme.id(), range, draft));
  }

  @Test
  void whatWouldHaveBeenRaisedIsWhatLiveWorkRaised() {
    Random random = new Random(11);
    for (int r = 0; r < 8; r++) {
      int round = r;
      AlarmScheme scheme =
          alarms.scheme(
              draft(
                  new int[] {0, 30, 120}[round % 3],
                  new int[] {0, 20}[round % 2],
                  new int[] {0, 15}[round / 4],
                  "VOLUME_FULL"));
      for (int i = 0; i < 40; i++) {
        Instant at = ago(100 + random.nextInt(2000));
        alarms.happen(
            event(
                random.nextBoolean() ? VOLUME_FULL : VOLUME_READY,
                "v" + round + random.nextInt(3),
                at));
      }
      Simulation found = run(scheme, null);
      List<Simulation.Raised> own =
          found.alarms().stream().filter(one -> one.sourceName().startsWith("v" + round)).toList();
      assertThat(own)
          .extracting(one -> AlarmsOfTests.Stored.of(one.group()))
          .as("round %s", round)
          .containsExactlyInAnyOrderElementsOf(alarms.stored(scheme));
      int grouped = found.alarms().stream().mapToInt(one -> one.group().count()).sum();
      int left = found.left().values().stream().mapToInt(count -> count).sum();
      assertThat(grouped + left).isEqualTo(found.events());
      assertThat(found.merged()).isEqualTo(grouped - found.alarms().size());
      alarms.in(
          () -> {
            alarms.service.remove(scheme.id(), 1);
            return true;
          });
    }
  }

  @Test
  void eachEventThatRaisesNothingHasItsReasonAndNothingIsWritten() throws Exception {
    AlarmScheme scheme = alarms.scheme(draft(30, 60, 0, "VOLUME_FULL"));
    DeviceEvent brief = event(VOLUME_FULL, "brief", ago(500));
    alarms.happen(
        brief,
        event(VOLUME_READY, "brief", ago(490)),
        event(VOLUME_FULL, "long", ago(400)),
        event(VOLUME_READY, "long", ago(100)));
    long before = alarms.count("select count(*) from alarm");
    Simulation found = run(scheme, null);
    assertThat(found.alarms()).extracting(Simulation.Raised::sourceName).containsExactly("long");
    assertThat(found.left()).containsOnly(java.util.Map.entry(Simulation.Left.DELAY, 1));
    assertThat(found.examples())
        .containsExactly(
            new Simulation.Example(ago(500), "VOLUME_FULL", "brief", Simulation.Left.DELAY));
    assertThat(alarms.count("select count(*) from alarm")).isEqualTo(before);
  }

  @Test
  void aDraftIsTriedAlsoWhereItNamesOtherPlacesAndIsSwitchedOff() {
    AlarmScheme scheme = alarms.scheme(draft(30, 0, 0, "VOLUME_FULL"));
    alarms.happen(event(VOLUME_FULL, "v", ago(500)));
    SchemeMatch match = scheme.rule().match();
    SchemeDraft elsewhere =
        SchemesOfTests.off(
            SchemesOfTests.with(
                scheme.rule(),
                new SchemeMatch(
                    List.of(AlarmSource.device(UUID.randomUUID())),
                    match.types(),
                    match.templateId(),
                    List.of(),
                    null)));
    assertThat(run(scheme, elsewhere).left())
        .containsOnly(java.util.Map.entry(Simulation.Left.NO_MATCH, 1));
    assertThat(run(scheme, null).alarms()).hasSize(1);
  }

  @Test
  void anOrderIsTriedAsLiveWorkDoesItAndSaysWhatWasMissing() {
    AlarmScheme scheme =
        alarms.scheme(
            SchemesOfTests.with(
                draft(0, 0, 0, RETENTION_SHORT),
                new OnlyAfter(List.of(AlarmSource.center()), List.of("VOLUME_FULL"), 30)));
    alarms.happen(
        event(VOLUME_FULL, "before the range", ago(10_010)),
        event(RETENTION_SHORT, "b0", ago(9_990)),
        event(VOLUME_FULL, "alone", ago(500)),
        event(RETENTION_SHORT, "b1", ago(400)),
        event(VOLUME_FULL, "a", ago(300)),
        event(RETENTION_SHORT, "b2", ago(290)));
    Simulation found = run(scheme, null);
    assertThat(found.alarms())
        .extracting(Simulation.Raised::sourceName)
        .containsExactly("b0", "b2");
    assertThat(alarms.stored(scheme)).hasSize(2);
    assertThat(found.events()).isEqualTo(3);
    assertThat(found.left()).containsOnly(java.util.Map.entry(Simulation.Left.NOT_AFTER, 1));
    assertThat(found.firsts()).isEqualTo(2);
    assertThat(found.followed()).isEqualTo(1);
    assertThat(found.examples())
        .containsExactly(
            new Simulation.Example(ago(500), "VOLUME_FULL", "alone", Simulation.Left.NOT_FOLLOWED),
            new Simulation.Example(ago(400), RETENTION_SHORT, "b1", Simulation.Left.NOT_AFTER));
  }

  @Test
  void anEventThatDoesNotSayWhatIsAskedForIsLeftOutWithTheCondition() {
    SchemeCondition over =
        new SchemeCondition("level", SchemeCondition.Operator.AT_LEAST, List.of("95"));
    AlarmScheme scheme = alarms.scheme(draft(0, 0, 0, "VOLUME_FULL"));
    alarms.happen(event(VOLUME_FULL, "v", ago(500)));
    Simulation found = run(scheme, SchemesOfTests.with(scheme.rule(), over));
    assertThat(found.left()).containsOnly(java.util.Map.entry(Simulation.Left.CONDITION, 1));
    assertThat(found.examples()).extracting(Simulation.Example::condition).containsExactly(over);
  }

  @Test
  void aSchemeThatIsNotStoredIsTried() throws Exception {
    alarms.happen(event(VOLUME_FULL, "v", ago(500)));
    long before = alarms.count("select count(*) from alarm_scheme");
    TimeRange range = new TimeRange(ago(10_000), alarms.now());
    assertThat(alarms.in(() -> simulation.run(draft(30, 0, 0, "VOLUME_FULL"), range)).alarms())
        .hasSize(1);
    assertThat(alarms.count("select count(*) from alarm_scheme")).isEqualTo(before);
  }

  @Test
  void aLongRangeIsRefused() {
    AlarmScheme scheme = alarms.scheme(draft(30, 0, 0, "VOLUME_FULL"));
    TimeRange range = new TimeRange(alarms.now().minus(Duration.ofDays(8)), alarms.now());
    assertThatThrownBy(() -> alarms.in(() -> simulation.run(scheme.id(), range, null)))
        .isInstanceOf(DomainException.class);
  }
}
