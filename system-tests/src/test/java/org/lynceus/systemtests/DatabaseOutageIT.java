package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Kills PostgreSQL while cameras are recorded, brings it back after a while ({@code
 * lynceus.outage.seconds}), and asks for every second of that time and for every event. Runs late,
 * before the server is killed.
 */
@Order(Integer.MAX_VALUE - 1)
@Longer
class DatabaseOutageIT {
  private static final int SECONDS = Integer.getInteger("lynceus.outage.seconds", 30);

  @Test
  void recordingGoesOnWithoutTheDatabaseAndWhatHappenedIsThereAfterwards() throws Exception {
    Api before = Api.administrator();
    Footage footage = Footage.ofGate(before);
    Instant from = footage.underWay();
    JsonObject device = before.addCamera("Goes while the database is away", 6);
    Await.until(
        "its event to be stored",
        60,
        () -> before.eventsOf(device, Instant.EPOCH).contains("DEVICE_ONLINE"));

    LynceusServer.kill("postgresql");
    Instant away = Instant.now();
    Api.simulator("/cameras/6/offline");
    Footage.last(SECONDS / 2);
    Api.simulator("/cameras/6/online");
    Footage.last(SECONDS / 2);
    assertThat(before.get("/devices").status()).isGreaterThanOrEqualTo(500);
    Instant back = Instant.now();
    LynceusServer.start();

    Api after = Api.administrator();
    new Footage(after, footage.channel()).isComplete(from, back);
    Await.until(
        "what the camera did meanwhile, in order",
        60,
        () -> after.eventsOf(device, away).equals(List.of("DEVICE_ONLINE", "DEVICE_OFFLINE")));
    after.remove(device);
  }
}
