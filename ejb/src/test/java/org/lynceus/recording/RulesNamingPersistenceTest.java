package org.lynceus.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.media.StreamKey;
import org.lynceus.schedule.TimeTemplateQueries;
import org.lynceus.shared.Database;
import org.lynceus.shared.Settings;
import org.lynceus.shared.TestTransaction;

/** The rules of a page of channels: the same as in all rules, and for one price. */
class RulesNamingPersistenceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID DEVICE = new UUID(9, 0);
  private static final UUID PLAN = new UUID(9, 1);
  private static final UUID SWITCHED_OFF = new UUID(9, 2);
  private static final List<UUID> CHANNELS =
      IntStream.range(100, 300).mapToObj(i -> new UUID(9, i)).toList();

  private final TestTransaction transaction = new TestTransaction();
  private final RulesQueries rules = new RulesQueries();
  private int statements;

  @BeforeEach
  void fill() throws Exception {
    Database real = transaction.database();
    Database counting =
        new Database() {
          @Override
          public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
            statements++;
            return real.list(sql, reader, parameters);
          }
        };
    PlanQueries plans = new PlanQueries();
    TimeTemplateQueries templates = new TimeTemplateQueries();
    Settings settings =
        new Settings() {
          @Override
          public ZoneId zone() {
            return ZoneOffset.UTC;
          }
        };
    for (Object bean : List.of(rules, plans, templates)) {
      TestTransaction.inject(bean, "database", counting);
    }
    TestTransaction.inject(rules, "plans", plans);
    TestTransaction.inject(rules, "templates", templates);
    TestTransaction.inject(rules, "settings", settings);
    TestTransaction.inject(rules, "clock", Clock.fixed(NOON, ZoneOffset.UTC));
    transaction.execute(
        "insert into device (id, name, url, created_at, version) values ('"
            + DEVICE
            + "', 'Recorder', 'http://10.9.9.9/onvif', now(), 1)");
    transaction.execute(
        "insert into channel (id, device_id, number, name, video_codec, version) select"
            + " ('00000000-0000-0009-0000-' || lpad(to_hex(i), 12, '0'))::uuid, '"
            + DEVICE
            + "', i - 99, 'c' || i, 'H264', 1 from generate_series(100, 299) i");
    for (UUID plan : List.of(PLAN, SWITCHED_OFF)) {
      transaction.execute(
          "insert into recording_plan (id, name, enabled, template_id, kind, stream, pre_seconds,"
              + " post_seconds, changed_at, version) select '%s', '%s', %s, id, 'CONTINUOUS', 'SUB',"
                  .formatted(plan, plan, plan.equals(PLAN))
              + " 0, 0, now(), 1 from time_template limit 1");
      transaction.execute(
          "insert into recording_plan_channel (plan_id, channel_id) select '%s', id from channel"
                  .formatted(plan)
              + " where device_id = '%s' and number %% 3 = 0".formatted(DEVICE));
    }
    transaction.execute(
        "insert into recording (channel_id, enabled, changed_at, version) select id, number % 2 ="
            + " 0, now(), 1 from channel where device_id = '"
            + DEVICE
            + "'");
    transaction.execute(
        "insert into recording_trigger (channel_id, stream, kind, from_at, until_at) select id,"
            + " 'MAIN', 'MOTION', '2026-11-22T11:00:00Z', '2026-11-22T13:00:00Z' from channel"
            + " where device_id = '"
            + DEVICE
            + "' and number % 5 = 0");
  }

  @AfterEach
  void empty() throws Exception {
    transaction.execute(
        "delete from recording_plan where id in ('" + PLAN + "', '" + SWITCHED_OFF + "')");
    transaction.execute("delete from device where id = '" + DEVICE + "'");
  }

  @Test
  void whatIsReadOfSomeChannelsIsWhatAllRulesSayOfThem() throws Exception {
    Map<StreamKey, RecordingRules.Wanted> all =
        new HashMap<>(transaction.run(rules::load).wanted(NOON));
    List<UUID> page = CHANNELS.subList(10, 60);
    all.keySet().removeIf(key -> !page.contains(key.channel()));
    RecordingRules some = transaction.run(() -> rules.naming(page));
    assertThat(some.wanted(NOON)).isEqualTo(all).isNotEmpty();
    assertThat(some.planStates(NOON).keySet()).isNotEmpty().allMatch(page::contains);
  }

  @Test
  void aLongPageCostsAsManyStatementsAsAShortOne() throws Exception {
    transaction.run(() -> rules.naming(CHANNELS.subList(0, 3)));
    int few = statements;
    statements = 0;
    transaction.run(() -> rules.naming(CHANNELS));
    assertThat(statements).isEqualTo(few).isLessThanOrEqualTo(5);
  }
}
