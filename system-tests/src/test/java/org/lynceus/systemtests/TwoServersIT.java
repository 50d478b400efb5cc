package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Two servers on one database, each with a broker of its own. Another system tells numbered events
 * to the first as long as it lives, then to the second.
 */
@Order(Integer.MAX_VALUE - 4)
@Longer
class TwoServersIT {
  /** What is noted at one server is told to the readers of another. */
  private static void assertHeardAt(StreamReader reader, String alarm, Api actor) throws Exception {
    long before = reader.told(alarm);
    Instant noted = Instant.now();
    Api.Answer answer =
        actor.post("/alarms/" + alarm + "/comments", "{\"comment\":\"Seen by the other.\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    Await.until("the other server's reader to hear of it", 10, () -> reader.told(alarm) > before);
    System.out.printf(
        "Heard at the other server after %d ms%n",
        Duration.between(noted, Instant.now()).toMillis());
  }

  /** A web call that a node has under way; it waits for its answer. */
  private static Outside.Trap holdCallOf(String node, Outside outside, CountedActions actions)
      throws Exception {
    return Await.value(
        "a call of " + node,
        120,
        () -> {
          Outside.Trap trap = outside.holdCall();
          String key = Await.value("a call", 30, trap::caught);
          if (String.valueOf(actions.action(key).holder()).startsWith(node + "/")) {
            return trap;
          }
          trap.open();
          return null;
        });
  }

  @Test
  void whenOneServerIsKilledTheOtherGoesOnAndEverythingIsDoneOnce() throws Exception {
    try (OtherServer other = new OtherServer();
        Outside outside = new Outside();
        NumberedEvents events = new NumberedEvents(LynceusServer.URL, OtherServer.URL)) {
      CountedActions actions = new CountedActions(events.run(), outside);
      events.start();
      Await.until("some alarms", 60, () -> actions.alarms().size() >= 4);
      hearEachOther(actions);
      Outside.Trap held = holdCallOf("node1", outside, actions);
      List<String> steps = actions.waitingSteps(false);
      LynceusServer.kill("wildfly");
      held.open();
      goOnWithTheOther(events, outside, actions, held.caught(), steps);
      LynceusServer.start();
      events.awaitMore();
      events.end();
      events.assertStoredOnce();
      actions.assertCounted(events.stored().size());
      actions.assertAtMostOnce();
      actions.remove();
    }
    // The first has to take back what the other drove; tests that follow count every second of it.
    Footage.ofGate(Api.administrator()).recorded("MAIN", Instant.now(), 1);
  }

  private static void hearEachOther(CountedActions actions) throws Exception {
    Api first = new Api(LynceusServer.token("--operator"));
    Api second = new Api(LynceusServer.token("--operator"), OtherServer.URL);
    List<String> before = actions.alarms();
    try (StreamReader atFirst = new StreamReader(first, null);
        StreamReader atSecond = new StreamReader(second, null)) {
      for (StreamReader reader : List.of(atFirst, atSecond)) {
        Await.until("a ping", 30, () -> reader.lines().contains("event: ping"));
      }
      assertHeardAt(atSecond, before.get(0), first);
      assertHeardAt(atFirst, before.get(1), second);
      Await.until("more alarms", 60, () -> actions.alarms().size() > before.size() + 2);
      List<String> fresh = actions.alarms().stream().filter(one -> !before.contains(one)).toList();
      Await.until(
          "both to hear of all of them",
          20,
          () -> fresh.stream().allMatch(one -> atFirst.told(one) > 0 && atSecond.told(one) > 0));
    }
  }

  /** Until the second server has done what the first one had begun, and what fell due since. */
  private static void goOnWithTheOther(
      NumberedEvents events,
      Outside outside,
      CountedActions actions,
      String held,
      List<String> steps)
      throws Exception {
    events.awaitMore();
    int alarms = actions.alarms().size();
    int mails = outside.mails().size();
    Await.until("alarms of the second server", 60, () -> actions.alarms().size() > alarms + 2);
    assertThat(steps).isNotEmpty();
    Await.until("the steps that waited", 100, () -> outside.calls().containsAll(steps));
    Await.until("a mail of the second server", 150, () -> outside.mails().size() > mails);
    Await.until(
        "the call that the first server had begun to be done by the second",
        180,
        () -> actions.action(held).state().equals("DONE"));
    assertThat(actions.action(held).attempts()).isEqualTo(2);
    assertThat(outside.calls()).filteredOn(held::equals).hasSize(2);
  }
}
