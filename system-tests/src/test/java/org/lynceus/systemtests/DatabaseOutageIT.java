package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Kills PostgreSQL while cameras are recorded, brings it back after a while ({@code
 * lynceus.outage.seconds}), and asks for every second of that time. Runs late, before the server is
 * killed.
 */
@Order(Integer.MAX_VALUE - 1)
class DatabaseOutageIT {
  private static final int SECONDS = Integer.getInteger("lynceus.outage.seconds", 30);

  @Test
  void recordingGoesOnWithoutTheDatabaseAndTheIndexCatchesUpWithoutAGap() throws Exception {
    Api before = Api.administrator();
    Footage footage = Footage.ofGate(before);
    Instant from = footage.underWay();

    LynceusServer.kill("postgresql");
    Footage.last(SECONDS);
    assertThat(before.get("/devices").status()).isGreaterThanOrEqualTo(500);
    Instant back = Instant.now();
    LynceusServer.start();

    new Footage(Api.administrator(), footage.channel()).isComplete(from, back);
  }
}
