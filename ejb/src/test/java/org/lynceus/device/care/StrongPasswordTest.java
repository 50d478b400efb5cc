package org.lynceus.device.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrongPasswordTest {
  @Test
  void eachHasItsLengthAllKindsAndNothingThatLooksAlike() {
    SecureRandom random = new SecureRandom();
    Set<String> seen = new HashSet<>();
    for (int length = StrongPassword.LEAST; length <= StrongPassword.MOST; length++) {
      for (int i = 0; i < 50; i++) {
        String password = StrongPassword.of(random, length);
        assertThat(password)
            .hasSize(length)
            .matches("[A-Za-z2-9]+")
            .containsPattern("[A-Z].*[A-Z]")
            .containsPattern("[a-z].*[a-z]")
            .containsPattern("[2-9].*[2-9]")
            .doesNotContainPattern("[IOl01]");
        assertThat(seen.add(password)).isTrue();
      }
    }
  }
}
