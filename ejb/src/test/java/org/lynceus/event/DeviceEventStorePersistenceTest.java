package org.lynceus.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TestTransaction;
import org.lynceus.user.TestRights;

class DeviceEventStorePersistenceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

  private final TestTransaction transaction = new TestTransaction();
  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private final DeviceEventStore store =
      EventsOfTests.store(transaction.database(), clock, new ArrayList<>());
  private final Outbox outbox = EventsOfTests.outbox(transaction.database(), clock);
  private final EventQueries queries = new EventQueries();
  private final Heard heard = new Heard();
  private final UUID device = UUID.randomUUID();

  /** Stands in for CDI's events; can fail as an observer inside the transaction would. */
  private static final class Heard implements Event<EventsStored> {
    final List<EventsStored> events = new ArrayList<>();
    RuntimeException failure;

    @Override
    public void fire(EventsStored event) {
      if (failure != null) {
        throw failure;
      }
      events.add(event);
    }

    @Override
    public <U extends EventsStored> CompletionStage<U> fireAsync(U event) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends EventsStored> CompletionStage<U> fireAsync(
        U event, NotificationOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Event<EventsStored> select(Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends EventsStored> Event<U> select(Class<U> type, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends EventsStored> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void inject() throws Exception {
    TestTransaction.inject(store, "stored", heard);
    TestTransaction.inject(queries, "database", transaction.database());
    TestTransaction.inject(queries, "rights", new TestRights());
    transaction.execute("delete from outbox");
  }

  private DeviceEvent event() {
    return new DeviceEvent(
        UUID.randomUUID(),
        device,
        null,
        DeviceEventType.DEVICE_OFFLINE,
        new Reason("no-data", "The camera sends nothing."),
        NOON);
  }

  private int store(List<DeviceEvent> batch) throws Exception {
    return transaction.run(() -> store.store(batch));
  }

  @Test
  void aBatchIsStoredAndAnnouncedOnce() throws Exception {
    List<DeviceEvent> batch = List.of(event(), event());
    assertThat(store(batch)).isEqualTo(2);
    assertThat(transaction.count("select count(*) from outbox")).isEqualTo(1);
    assertThat(transaction.run(() -> queries.page(device, 10, null)).items())
        .extracting(StoredEvent::event)
        .containsExactly(batch.get(1), batch.get(0));
  }

  @Test
  void aRedeliveredBatchIsDroppedAndNotAnnouncedAgain() throws Exception {
    List<DeviceEvent> batch = List.of(event(), event());
    store(batch);
    assertThat(store(batch)).isZero();
    assertThat(heard.events).hasSize(1);
    assertThat(transaction.count("select count(*) from outbox")).isEqualTo(1);
  }

  @Test
  void aFailureInsideTheTransactionLeavesNeitherEventsNorAnnouncement() throws Exception {
    heard.failure = new IllegalStateException("observer failed");
    assertThatThrownBy(() -> store(List.of(event()))).hasMessage("observer failed");
    assertThat(transaction.run(() -> queries.page(device, 10, null)).items()).isEmpty();
    assertThat(transaction.count("select count(*) from outbox")).isZero();
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() throws Exception {
    List<DeviceEvent> batch = List.of(event(), event(), event());
    store(batch);
    var first = transaction.run(() -> queries.page(device, 2, null));
    var second = transaction.run(() -> queries.page(device, 2, first.next()));
    assertThat(first.items()).hasSize(2);
    assertThat(second.items()).extracting(StoredEvent::event).containsExactly(batch.get(0));
    assertThat(second.next()).isNull();
  }
}
