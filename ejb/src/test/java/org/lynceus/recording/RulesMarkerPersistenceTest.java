package org.lynceus.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.TestTransaction;

class RulesMarkerPersistenceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String TRIGGER =
      "insert into recording_trigger (channel_id, stream, kind, from_at, until_at) values ('%s',"
          + " 'MAIN', 'MOTION', '%s', '%s')";

  private final TestTransaction transaction = new TestTransaction();
  private final RulesQueries rules = new RulesQueries();

  @BeforeEach
  void inject() {
    TestTransaction.inject(rules, "database", transaction.database());
    TestTransaction.inject(rules, "clock", Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private String marker() throws Exception {
    return transaction.run(rules::marker);
  }

  private void plan(UUID id) throws Exception {
    transaction.execute(
        "insert into recording_plan (id, name, enabled, template_id, kind, stream, pre_seconds,"
            + " post_seconds, changed_at, version) select '"
            + id
            + "', '"
            + id
            + "', true, id, 'MOTION', 'MAIN', 0, 0, now(), 1 from time_template limit 1");
  }

  @Test
  void itStaysUntilSomethingIsAddedChangedOrRemoved() throws Exception {
    UUID plan = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    String before = marker();
    assertThat(marker()).isEqualTo(before);
    plan(plan);
    String added = marker();
    assertThat(added).isNotEqualTo(before);
    transaction.execute("update recording_plan set version = 2 where id = '" + plan + "'");
    assertThat(marker()).isNotEqualTo(added);
    transaction.execute("delete from recording_plan where id = '" + plan + "'");
    assertThat(marker()).isEqualTo(before);
    plan(other);
    assertThat(marker()).as("as many plans of the same version").isNotEqualTo(added);
    transaction.execute("delete from recording_plan where id = '" + other + "'");
  }

  @Test
  void aTriggerCountsWhileItHoldsAndAnExtendedOneIsAnother() throws Exception {
    UUID channel = UUID.randomUUID();
    String before = marker();
    transaction.execute(TRIGGER.formatted(channel, NOON.minusSeconds(9), NOON));
    assertThat(marker()).isEqualTo(before);
    transaction.execute(TRIGGER.formatted(channel, NOON.minusSeconds(9), NOON.plusSeconds(9)));
    String holds = marker();
    assertThat(holds).isNotEqualTo(before);
    transaction.execute(
        "update recording_trigger set until_at = until_at + interval '9 s' where until_at > '"
            + NOON
            + "'");
    assertThat(marker()).isNotEqualTo(holds);
    transaction.execute("delete from recording_trigger where channel_id = '" + channel + "'");
  }
}
