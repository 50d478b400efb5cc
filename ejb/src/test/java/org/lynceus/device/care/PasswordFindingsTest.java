package org.lynceus.device.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lynceus.device.care.PasswordFindings.Finding;
import org.lynceus.device.care.PasswordFindings.Opened;

class PasswordFindingsTest {
  private static Opened device(int number, String password) {
    return new Opened(new UUID(0, number), password);
  }

  @Test
  void knownSharedAndShortPasswordsAreFound() {
    assertThat(
            PasswordFindings.of(
                List.of(
                    device(1, "maker"),
                    device(2, "maker"),
                    device(3, "long enough, twice"),
                    device(4, "long enough, twice"),
                    device(5, "short"),
                    device(6, "all of its own")),
                List.of("maker")))
        .isEqualTo(
            Map.of(
                new UUID(0, 1), Finding.KNOWN,
                new UUID(0, 2), Finding.KNOWN,
                new UUID(0, 3), Finding.SHARED,
                new UUID(0, 4), Finding.SHARED,
                new UUID(0, 5), Finding.SHORT));
  }
}
