package org.lynceus.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.TestTransaction;

class PtzHoldsPersistenceTest {
  private static final Duration TIME = Duration.ofSeconds(60);
  private final TestTransaction transaction = new TestTransaction();
  private final PtzHolds holds = new PtzHolds();
  private final UUID channel = UUID.randomUUID();

  @BeforeEach
  void camera() throws Exception {
    TestTransaction.inject(holds, "database", transaction.database());
    UUID device = UUID.randomUUID();
    transaction.execute(
        "insert into device (id, name, url, created_at, version) values ('"
            + device
            + "', 'Gate', 'http://h/', now(), 1)");
    transaction.execute(
        "insert into channel (id, device_id, number, name, video_codec, version) values ('"
            + channel
            + "', '"
            + device
            + "', 1, 'Gate', 'H264', 1)");
  }

  private PtzHold claim(String user, int level) throws Exception {
    return transaction.run(() -> holds.claim(channel, user, level, TIME));
  }

  @Test
  void aFreeCameraIsTheFirstOnesAndAnotherOfTheSameLevelIsToldWhoHasIt() throws Exception {
    assertThat(claim("anna", 3).holder()).isEqualTo("anna");
    assertThat(claim("ben", 3).holder()).isEqualTo("anna");
    assertThat(transaction.run(() -> holds.holder(channel)).holder()).isEqualTo("anna");
  }

  @Test
  void aHigherLevelTakesOverAndALowerOneDoesNot() throws Exception {
    claim("anna", 3);
    assertThat(claim("chief", 5).holder()).isEqualTo("chief");
    assertThat(claim("anna", 3).holder()).isEqualTo("chief");
  }

  @Test
  void anActOfTheHolderNeverShortensALongHold() throws Exception {
    Instant until = claim("anna", 3).until();
    Instant after =
        transaction.run(() -> holds.claim(channel, "anna", 3, Duration.ofSeconds(1))).until();
    assertThat(after).isEqualTo(until);
  }

  @Test
  void aHoldThatRanOutAndOneGivenFreeAreAnybodys() throws Exception {
    claim("anna", 8);
    transaction.execute(
        "update ptz_hold set until = now() - interval '1 second' where channel_id = '"
            + channel
            + "'");
    assertThat(transaction.run(() -> holds.holder(channel))).isNull();
    assertThat(claim("ben", 1).holder()).isEqualTo("ben");
    transaction.run(
        () -> {
          holds.release(channel, "anna");
          return true;
        });
    assertThat(transaction.run(() -> holds.holder(channel)).holder()).isEqualTo("ben");
    transaction.run(
        () -> {
          holds.release(channel, "ben");
          return true;
        });
    assertThat(transaction.run(() -> holds.holder(channel))).isNull();
  }
}
