package org.lynceus.protocols.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

/** What one address may cost. */
class DoorkeeperTest {
  private static final long SECOND = 1_000_000_000L;
  private final InetAddress one = InetAddress.getLoopbackAddress();
  private final InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});

  DoorkeeperTest() throws Exception {}

  @Test
  void anAddressHasSoManyThatAreNotSignedIn() {
    Doorkeeper door = new Doorkeeper(2, 100);
    assertThat(door.enters(one, 0)).isTrue();
    assertThat(door.enters(one, 0)).isTrue();
    assertThat(door.enters(one, 0)).isFalse();
    assertThat(door.enters(other, 0)).isTrue();
    door.gone(one);
    assertThat(door.enters(one, 0)).isTrue();
  }

  @Test
  void anAddressConnectsSoOftenInAMinute() {
    Doorkeeper door = new Doorkeeper(100, 6);
    for (int i = 0; i < 6; i++) {
      assertThat(door.enters(one, 0)).isTrue();
      door.gone(one);
    }
    assertThat(door.enters(one, SECOND)).isFalse();
    assertThat(door.enters(one, 11 * SECOND)).isTrue();
    assertThat(door.enters(one, 11 * SECOND)).isFalse();
  }
}
