package org.lynceus.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.shared.TestTransaction.inject;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmFeedTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);

  private final AlarmFeed feed = new AlarmFeed();
  private final List<Runnable> scheduled = new ArrayList<>();
  private final List<Long> delays = new ArrayList<>();
  private final List<List<UUID>> asked = new ArrayList<>();
  private RuntimeException failure;
  private int heard;

  @BeforeEach
  void join() {
    inject(
        feed,
        "timer",
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ManagedScheduledExecutorService.class},
            (proxy, method, arguments) -> {
              scheduled.add((Runnable) arguments[0]);
              delays.add((Long) arguments[1]);
              return null;
            }));
    inject(
        feed,
        "queries",
        new AlarmQueries() {
          @Override
          public List<Alarm> alarms(Collection<UUID> ids) {
            asked.add(List.copyOf(ids));
            if (failure != null) {
              throw failure;
            }
            return List.of();
          }
        });
    feed.subscribe(alarms -> heard++);
  }

  @Test
  void whatComesWhileItWaitsIsToldTogetherAndEachAlarmOnce() {
    feed.tell(List.of(A));
    feed.tell(List.of(B, A));
    assertThat(scheduled).hasSize(1);
    assertThat(delays.get(0)).as("at once when it was quiet").isZero();
    scheduled.get(0).run();
    assertThat(asked).containsExactly(List.of(A, B));
    assertThat(heard).isEqualTo(1);
  }

  @Test
  void afterwardsTheNextOnesWait() {
    feed.tell(List.of(A));
    scheduled.get(0).run();
    feed.tell(List.of(B));
    assertThat(delays.get(1)).isBetween(1L, AlarmFeed.PAUSE_MILLIS);
    scheduled.get(1).run();
    assertThat(asked).containsExactly(List.of(A), List.of(B));
  }

  @Test
  void moreThanABatchIsToldInSeveral() {
    feed.tell(java.util.stream.LongStream.range(0, 700).mapToObj(i -> new UUID(1, i)).toList());
    scheduled.get(0).run();
    scheduled.get(1).run();
    assertThat(scheduled).hasSize(2);
    assertThat(asked).extracting(List::size).containsExactly(500, 200);
  }

  @Test
  void aFailureIsNotTheEnd() {
    failure = new IllegalStateException("the database is away");
    feed.tell(List.of(A));
    scheduled.get(0).run();
    failure = null;
    feed.tell(List.of(B));
    scheduled.get(1).run();
    assertThat(heard).isEqualTo(1);
  }

  @Test
  void aListenerThatFailsIsRemovedAndTheOthersGoOn() {
    feed.subscribe(
        alarms -> {
          throw new IllegalStateException("no");
        });
    feed.tell(List.of(A));
    scheduled.get(0).run();
    feed.tell(List.of(A));
    scheduled.get(1).run();
    assertThat(heard).isEqualTo(2);
  }
}
