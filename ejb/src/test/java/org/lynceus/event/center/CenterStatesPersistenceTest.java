package org.lynceus.event.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lynceus.event.DeviceEventStore;
import org.lynceus.event.DeviceEventType;
import org.lynceus.event.EventsOfTests;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Reason;
import org.lynceus.shared.TestTransaction;

/** Two nodes that find out the same tell it once, when it begins and when it ends. */
class CenterStatesPersistenceTest {
  private static final Reason WHY = new Reason("queue-lags", "3 messages wait.");

  private final String source = "node " + UUID.randomUUID();
  private final Node a = new Node();
  private final Node b = new Node();

  private static final class Node {
    final TestTransaction transaction = new TestTransaction();
    final CenterStates states = new CenterStates();

    Node() {
      Ids ids = new Ids();
      TestTransaction.inject(ids, "clock", Clock.systemUTC());
      DeviceEventStore store =
          EventsOfTests.store(transaction.database(), Clock.systemUTC(), new ArrayList<>());
      TestTransaction.inject(states, "database", transaction.database());
      TestTransaction.inject(states, "events", store);
      TestTransaction.inject(states, "ids", ids);
      TestTransaction.inject(states, "clock", Clock.systemUTC());
    }
  }

  private boolean tell(Node node, boolean lasts) throws Exception {
    return node.transaction.run(
        () -> node.states.tell(DeviceEventType.QUEUE_LAGS, source, lasts, WHY));
  }

  private long events(String where) throws Exception {
    return a.transaction.count(
        "select count(*) from device_event where source = '" + source + "' and " + where);
  }

  @Test
  void aStateIsToldWhenItBeginsAndWhenItEndsWhoeverSaysIt() throws Exception {
    assertThat(tell(a, false)).as("nothing has begun").isFalse();
    assertThat(tell(a, true)).isTrue();
    assertThat(tell(b, true)).isFalse();
    assertThat(tell(a, true)).isFalse();
    assertThat(tell(b, false)).isTrue();
    assertThat(tell(a, false)).isFalse();
    assertThat(events("active and reason_code = 'queue-lags'")).isEqualTo(1);
    assertThat(events("not active and reason_code is null")).isEqualTo(1);
    assertThat(events("true")).isEqualTo(2);
    assertThat(tell(a, true)).as("it begins again").isTrue();
  }

  @Test
  void ofTwoThatSayItAtOnceOneTellsIt() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 20; i++) {
        boolean lasts = i % 2 == 0;
        Future<Boolean> one = both.submit(() -> tell(a, lasts));
        Future<Boolean> other = both.submit(() -> tell(b, lasts));
        assertThat(one.get()).isNotEqualTo(other.get());
      }
    } finally {
      both.shutdown();
    }
    assertThat(events("active")).isEqualTo(10);
    assertThat(events("not active")).isEqualTo(10);
  }

  @Test
  void whatCouldNotBeStoredIsToldTheNextTime() throws Exception {
    assertThatThrownBy(
            () ->
                a.transaction.run(
                    () -> {
                      a.states.tell(DeviceEventType.QUEUE_LAGS, source, true, WHY);
                      throw new IllegalStateException("the commit fails");
                    }))
        .hasMessage("the commit fails");
    assertThat(events("true")).isZero();
    assertThat(tell(b, true)).isTrue();
    assertThat(events("active")).isEqualTo(1);
  }

  @Test
  void whatLastsAtANodeThatWasForgottenEnds() throws Exception {
    assertThat(tell(a, true)).isTrue();
    endElsewhere(List.of(source, "node x"));
    assertThat(events("not active")).isZero();
    endElsewhere(List.of("node x"));
    endElsewhere(List.of("node x"));
    assertThat(events("not active")).isEqualTo(1);
  }

  private void endElsewhere(List<String> known) throws Exception {
    a.transaction.run(
        () -> {
          a.states.endElsewhere(source, known);
          return true;
        });
  }
}
