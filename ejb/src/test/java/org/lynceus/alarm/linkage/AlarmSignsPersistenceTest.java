package org.lynceus.alarm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.alarm.work.AlarmsOfTests.draft;
import static org.lynceus.alarm.work.AlarmsOfTests.event;
import static org.lynceus.event.DeviceEventType.RETENTION_SHORT;
import static org.lynceus.shared.TestTransaction.inject;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmQueries;
import org.lynceus.alarm.scheme.AlarmScheme;
import org.lynceus.alarm.scheme.SchemesOfTests;
import org.lynceus.alarm.work.AlarmsOfTests;
import org.lynceus.shared.Database;
import org.lynceus.shared.Ids;
import org.lynceus.user.Caller;
import org.lynceus.user.Role;
import org.lynceus.user.TestRights;

class AlarmSignsPersistenceTest {
  private AlarmsOfTests alarms;
  private final AlarmSigns signs = new AlarmSigns();
  private final AlarmKeepsakes keepsakes = new AlarmKeepsakes();
  private final MailPace pace = new MailPace();
  private final NoticeService notices = new NoticeService();
  private final AlarmQueries queries = new AlarmQueries();
  private String me = "Bert";

  @BeforeEach
  void set() throws Exception {
    alarms = new AlarmsOfTests();
    Database database = alarms.transaction.database();
    Ids ids = new Ids();
    inject(ids, "clock", alarms.clock);
    TestRights rights =
        new TestRights() {
          @Override
          public Caller caller() {
            return new Caller(me, Set.of(), Set.of());
          }

          @Override
          public List<Role> roles() {
            return List.of();
          }
        };
    for (Object bean : List.of(signs, keepsakes, pace, notices, queries)) {
      inject(bean, "database", database);
    }
    inject(signs, "news", alarms.news);
    for (Object bean : List.of(signs, keepsakes)) {
      inject(bean, "ids", ids);
    }
    for (Object bean : List.of(signs, keepsakes, pace)) {
      inject(bean, "clock", alarms.clock);
    }
    inject(notices, "rights", rights);
    inject(queries, "rights", rights);
    alarms.transaction.execute("delete from alarm_notice");
  }

  private Alarm raise(List<String> toUsers) {
    AlarmScheme scheme =
        alarms.scheme(SchemesOfTests.to(draft(0, 0, 0, "RETENTION_SHORT"), toUsers));
    alarms.happen(event(RETENTION_SHORT, "n" + scheme.id(), alarms.now().minusSeconds(5)));
    UUID id =
        alarms.in(
            () ->
                alarms
                    .transaction
                    .database()
                    .first(
                        "select id from alarm where scheme_id = ?",
                        row -> row.getObject(1, UUID.class),
                        scheme.id()));
    return read(id);
  }

  private Alarm read(UUID id) {
    return alarms.in(() -> queries.alarms(List.of(id)).get(0));
  }

  private void notice(UUID alarm, int number, String user) {
    alarms.in(
        () -> {
          signs.notice(alarm, number, "Look.", List.of(), List.of(user));
          return true;
        });
  }

  private List<AlarmNotice> mine() {
    return alarms.in(notices::notices);
  }

  @Test
  void aNoticeIsSentOnceToItsUserAndToNobodyElseAndIsReadByHim() {
    Alarm alarm = raise(List.of());
    notice(alarm.id(), 1, "bert");
    notice(alarm.id(), 1, "bert");
    assertThat(mine()).hasSize(1).extracting(AlarmNotice::read).containsExactly(false);
    assertThat(read(alarm.id()).noticedAt()).isEqualTo(alarms.now());
    assertThat(read(alarm.id()).toUsers()).isEmpty();
    alarms.in(
        () -> {
          notices.read();
          return true;
        });
    assertThat(mine()).extracting(AlarmNotice::read).containsExactly(true);
    me = "anna";
    assertThat(mine()).isEmpty();
  }

  @Test
  void oneOfHisIsReadAloneAndTheOneOfAnotherIsNotThere() {
    Alarm alarm = raise(List.of());
    notice(alarm.id(), 1, "bert");
    notice(alarm.id(), 2, "bert");
    UUID one = mine().get(0).id();
    readOne(one);
    readOne(one);
    assertThat(mine())
        .filteredOn(AlarmNotice::read)
        .extracting(AlarmNotice::id)
        .containsExactly(one);
    me = "anna";
    assertThatThrownBy(() -> readOne(one)).hasStackTraceContaining("There is no such notice");
  }

  private void readOne(UUID id) {
    alarms.in(
        () -> {
          notices.read(id);
          return true;
        });
  }

  @Test
  void whoIsNoticedOfAnAlarmForOthersGetsTheAlarmToo() {
    Alarm alarm = raise(List.of("anna"));
    notice(alarm.id(), 2, "bert");
    assertThat(read(alarm.id()).toUsers()).containsExactly("anna", "bert");
  }

  @Test
  void signsAreWrittenOnTheAlarm() {
    Alarm alarm = raise(List.of());
    UUID camera = UUID.randomUUID();
    alarms.in(
        () -> {
          signs.popUp(alarm.id(), List.of(camera));
          signs.flash(alarm.id());
          signs.sound(alarm.id());
          return true;
        });
    Alarm after = read(alarm.id());
    assertThat(after.popup()).containsExactly(camera);
    assertThat(after.flashes()).isTrue();
    assertThat(after.sounds()).isTrue();
    assertThat(after.version()).isEqualTo(alarm.version() + 3);
  }

  @Test
  void aSchemeMailsOnceAMinute() {
    UUID scheme = UUID.randomUUID();
    assertThat(alarms.<Object>in(() -> pace.turn(scheme))).isNull();
    assertThat(alarms.<Object>in(() -> pace.turn(scheme))).isEqualTo(alarms.now().plusSeconds(60));
    alarms.at(alarms.now().plusSeconds(60));
    assertThat(alarms.<Object>in(() -> pace.turn(scheme))).isNull();
    alarms.in(
        () -> {
          pace.giveBack(scheme);
          return true;
        });
    assertThat(alarms.<Object>in(() -> pace.turn(scheme))).isNull();
  }

  @Test
  void aPictureIsKeptOnceForEachActionAndCameraAndForgottenInTime() throws Exception {
    Alarm alarm = raise(List.of());
    UUID camera = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      alarms.in(
          () -> {
            keepsakes.keep(alarm.id(), 1, camera, new byte[] {1});
            return true;
          });
    }
    assertThat(alarms.<Boolean>in(() -> keepsakes.has(alarm.id(), 1, camera))).isTrue();
    String count = "select count(*) from alarm_picture where alarm_id = '" + alarm.id() + "'";
    assertThat(alarms.count(count)).isEqualTo(1);
    alarms.at(alarms.now().plus(AlarmKeepsakes.KEPT).plusSeconds(1));
    alarms.in(
        () -> {
          keepsakes.forget();
          return true;
        });
    assertThat(alarms.count(count)).isZero();
  }
}
