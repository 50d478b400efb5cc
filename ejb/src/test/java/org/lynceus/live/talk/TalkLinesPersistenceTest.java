package org.lynceus.live.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.TestTransaction;

class TalkLinesPersistenceTest {
  private final TestTransaction transaction = new TestTransaction();
  private final TalkLines lines = new TalkLines();
  private final UUID channel = UUID.randomUUID();
  private final UUID anna = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();

  @BeforeEach
  void camera() throws Exception {
    TestTransaction.inject(lines, "database", transaction.database());
    UUID device = UUID.randomUUID();
    transaction.execute(
        "insert into device (id, name, url, created_at, version) values ('%s', 'Gate', 'http://h/', now(), 1)"
            .formatted(device));
    transaction.execute(
        "insert into channel (id, device_id, number, name, video_codec, version) values ('%s', '%s', 1, 'Gate', 'H264', 1)"
            .formatted(channel, device));
  }

  @Test
  void oneTalksAndTheOtherIsToldWho() throws Exception {
    assertThat(transaction.run(() -> lines.claim(channel, anna, "anna"))).isNull();
    assertThat(transaction.run(() -> lines.claim(channel, ben, "ben"))).isEqualTo("anna");
    assertThat(transaction.run(() -> lines.prolong(channel, anna))).isTrue();
    assertThat(transaction.run(() -> lines.prolong(channel, ben))).isFalse();
    transaction.run(
        () -> {
          lines.release(channel, ben);
          lines.release(channel, anna);
          return true;
        });
    assertThat(transaction.run(() -> lines.claim(channel, ben, "ben"))).isNull();
  }

  @Test
  void aLineThatNobodyProlongedIsAnybodysAndIsNotTakenBack() throws Exception {
    transaction.run(() -> lines.claim(channel, anna, "anna"));
    transaction.execute(
        "update talk_line set until = now() - interval '1 second' where channel_id = '%s'"
            .formatted(channel));
    assertThat(transaction.run(() -> lines.prolong(channel, anna))).isFalse();
    assertThat(transaction.run(() -> lines.claim(channel, ben, "ben"))).isNull();
  }
}
