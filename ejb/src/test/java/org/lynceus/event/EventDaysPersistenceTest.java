package org.lynceus.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.NotedAudit;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.TestTransaction;
import org.lynceus.user.TestRights;

/**
 * Events lie in tables of days, whichever came first; old days go, and what holds until today
 * stays.
 */
class EventDaysPersistenceTest {
  private static final LocalDate DAY = LocalDate.of(2031, 5, 20);

  private final TestTransaction transaction = new TestTransaction();
  private final DeviceEventStore store =
      EventsOfTests.store(transaction.database(), Clock.systemUTC(), new ArrayList<>());
  private final EventQueries queries = new EventQueries();
  private final EventDays days = new EventDays();
  private final EventRetentionService retention = new EventRetentionService();
  private final List<AuditAct> acts = new ArrayList<>();
  private final NotedAudit audit = new NotedAudit(acts);
  private final UUID device = UUID.randomUUID();

  @BeforeEach
  void inject() throws Exception {
    for (Object bean : List.of(queries, days, retention)) {
      TestTransaction.inject(bean, "database", transaction.database());
    }
    TestTransaction.inject(queries, "rights", new TestRights());
    TestTransaction.inject(retention, "audit", audit);
    TestTransaction.inject(retention, "clock", Clock.systemUTC());
    storedAt(DAY);
    transaction.run(() -> days.forget(LocalDate.of(2040, 1, 1)));
    transaction.execute("delete from device_event");
  }

  private void storedAt(LocalDate day) throws Exception {
    Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    TestTransaction.inject(store, "clock", Clock.fixed(noon, ZoneOffset.UTC));
  }

  /** A uid of version 7 with the time of a day's noon. */
  private static UUID uid(LocalDate day) {
    long millis = day.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    UUID random = UUID.randomUUID();
    return new UUID(
        millis << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF,
        random.getLeastSignificantBits());
  }

  private DeviceEvent event(UUID uid, String type, String source, Boolean active) {
    Instant at = DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    return new DeviceEvent(uid, device, null, type, null, at, source, active);
  }

  private DeviceEvent motion(UUID uid) {
    return event(uid, DeviceEventType.MOTION, null, true);
  }

  private int store(DeviceEvent... events) throws Exception {
    return transaction.run(() -> store.store(List.of(events)));
  }

  private void prepare(LocalDate day) throws Exception {
    transaction.run(
        () -> {
          days.prepare(day);
          return true;
        });
  }

  private List<DeviceEvent> stored() throws Exception {
    return transaction.run(() -> queries.page(device, 100, null)).items().stream()
        .map(StoredEvent::event)
        .toList();
  }

  private long in(String table) throws Exception {
    return transaction.count("select count(*) from " + table);
  }

  @Test
  void whatWaitedForTheTableOfItsDayIsMovedThereAndIsStillStoredOnce() throws Exception {
    DeviceEvent early = motion(uid(DAY));
    DeviceEvent foreign = motion(UUID.randomUUID());
    assertThat(store(early, foreign)).isEqualTo(2);
    assertThat(in("device_event_other")).isEqualTo(2);

    prepare(DAY);
    prepare(DAY);
    assertThat(in("device_event_20310520")).isEqualTo(1);
    assertThat(in("device_event_other")).isEqualTo(1);

    DeviceEvent later = motion(uid(DAY));
    assertThat(store(early, foreign, later, later)).isEqualTo(1);
    assertThat(stored()).containsExactly(later, foreign, early);
  }

  @Test
  void pagesAndTheStreamGoOverTheDaysInTheOrderOfStoring() throws Exception {
    prepare(DAY);
    prepare(DAY.plusDays(1));
    DeviceEvent one = motion(uid(DAY.plusDays(1)));
    DeviceEvent two = motion(uid(DAY));
    DeviceEvent three = motion(uid(DAY.plusDays(2)));
    store(one);
    long afterOne = transaction.run(queries::lastId);
    store(two, three);
    assertThat(stored()).containsExactly(three, two, one);
    assertThat(transaction.run(() -> queries.after(afterOne, 10)))
        .extracting(StoredEvent::event)
        .containsExactly(two, three);
  }

  @Test
  void oldDaysGoAndTheLastWordOfContactsAndDevicesStays() throws Exception {
    prepare(DAY);
    prepare(DAY.plusDays(1));
    DeviceEvent opened = event(uid(DAY), DeviceEventType.INPUT, "1", true);
    DeviceEvent closed = event(uid(DAY), DeviceEventType.INPUT, "1", false);
    DeviceEvent other = event(uid(DAY), DeviceEventType.INPUT, "2", true);
    DeviceEvent offline = event(uid(DAY), DeviceEventType.DEVICE_OFFLINE, null, null);
    store(opened, closed, other, motion(uid(DAY)), offline);
    storedAt(DAY.plusDays(1));
    DeviceEvent again = event(uid(DAY.plusDays(1)), DeviceEventType.INPUT, "2", false);
    DeviceEvent online = event(uid(DAY.plusDays(1)), DeviceEventType.DEVICE_ONLINE, null, null);
    store(again, online);

    assertThat(transaction.run(() -> days.forget(DAY))).isZero();
    assertThat(transaction.run(() -> days.forget(DAY.plusDays(1)))).isEqualTo(1);
    assertThat(stored()).containsExactly(online, again, closed);
    assertThat(transaction.run(() -> queries.contacts(device)))
        .extracting(ContactState::token, ContactState::active)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", false),
            org.assertj.core.groups.Tuple.tuple("2", false));

    DeviceEvent last = event(uid(DAY.plusDays(1)), DeviceEventType.INPUT, "1", true);
    store(last);
    transaction.run(() -> days.forget(DAY.plusDays(1)));
    assertThat(stored()).containsExactly(last, online, again);
  }

  @Test
  void theRetentionIsSetWithinBoundsAndNoted() throws Exception {
    EventRetention now = transaction.run(retention::current);
    EventRetention after = transaction.run(() -> retention.set(30, now.version()));
    assertThat(after).isEqualTo(new EventRetention(30, now.version() + 1));
    assertThat(acts).last().extracting("action").isEqualTo("event.retention");
    assertThatThrownBy(() -> transaction.run(() -> retention.set(31, now.version())))
        .isInstanceOf(DomainException.class);
    for (int wrong : new int[] {6, 401}) {
      assertThatThrownBy(() -> transaction.run(() -> retention.set(wrong, after.version())))
          .isInstanceOf(DomainException.class);
    }
    transaction.run(() -> retention.set(90, after.version()));
  }
}
