package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Ends the server by kill -9 again and again ({@code lynceus.kills}) while another system tells it
 * numbered events: every accepted one is stored once, the alarms are made of each once, and what
 * the alarms do is done at most once. Of three kills one comes while a web call waits for its
 * answer, one while a mail does, and one at a random moment.
 */
@Order(Integer.MAX_VALUE - 2)
@Longer
class KilledEventsIT {
  private static final int KILLS = Integer.getInteger("lynceus.kills", 3);

  private final Random random = new Random();
  private final Set<String> heldCalls = new HashSet<>();
  private int heldMails;

  private void kill(int number, NumberedEvents events, Outside outside) throws Exception {
    switch (number % 3) {
      case 0 -> heldCalls.add(killWhileHeld(outside.holdCall()));
      case 1 -> {
        killWhileHeld(outside.holdMail());
        heldMails++;
      }
      default -> {
        events.pause(random.nextInt(4_000));
        LynceusServer.kill("wildfly");
      }
    }
  }

  private static String killWhileHeld(Outside.Trap trap) throws Exception {
    try {
      String key = Await.value("somebody to be held", 150, trap::caught);
      LynceusServer.kill("wildfly");
      return key;
    } finally {
      trap.open();
    }
  }

  @Test
  void everyAcceptedEventIsStoredOnceAndWhatItsAlarmDoesIsDoneAtMostOnce() throws Exception {
    try (Outside outside = new Outside();
        NumberedEvents events = new NumberedEvents(LynceusServer.URL)) {
      CountedActions actions = new CountedActions(events.run(), outside);
      events.start();
      for (int i = 0; i < KILLS; i++) {
        events.awaitMore();
        kill(i, events, outside);
        LynceusServer.start();
        System.out.printf("Kill %d of %d, %d calls%n", i + 1, KILLS, outside.calls().size());
      }
      events.awaitMore();
      events.end();
      events.assertStoredOnce();
      actions.assertCounted(events.stored().size());
      assertAStepThatFallsDueWhileTheServerIsDeadIsDoneOnceAfterwards(actions, outside);
      actions.assertAtMostOnce();
      for (String call : heldCalls) {
        assertThat(actions.action(call).attempts()).isGreaterThan(1);
      }
      assertThat(actions.actions())
          .filteredOn(one -> "done-unknown".equals(one.code()))
          .hasSizeGreaterThanOrEqualTo(heldMails);
      actions.remove();
    }
  }

  private static void assertAStepThatFallsDueWhileTheServerIsDeadIsDoneOnceAfterwards(
      CountedActions actions, Outside outside) throws Exception {
    List<String> steps = actions.waitingSteps(false);
    assertThat(steps).isNotEmpty();
    LynceusServer.kill("wildfly");
    Await.until("the steps to fall due", 70, () -> actions.waitingSteps(false).isEmpty());
    List<String> due = actions.waitingSteps(true);
    assertThat(due).isNotEmpty();
    assertThat(outside.calls()).doesNotContainAnyElementsOf(due);
    LynceusServer.start();
    Await.until("them to be done", 60, () -> actions.waitingSteps(true).isEmpty());
    Await.until("the calls to be made", 30, () -> outside.calls().containsAll(due));
    assertThat(outside.calls()).filteredOn(due::contains).doesNotHaveDuplicates();
  }
}
