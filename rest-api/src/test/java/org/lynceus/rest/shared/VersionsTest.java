package org.lynceus.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

class VersionsTest {
  @Test
  void readsTheTagThatWasGiven() {
    assertThat(Versions.required("\"17\"")).isEqualTo(17);
  }

  @Test
  void aMissingVersionIsAskedFor() {
    assertThatThrownBy(() -> Versions.required(null))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> assertThat(e.type()).isEqualTo(ProblemType.VERSION_REQUIRED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "W/\"17\"", "*", "\"x\"", "\"\"", "\"1\",\"2\""})
  void anyOtherFormIsStale(String header) {
    assertThatThrownBy(() -> Versions.required(header))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.STALE_VERSION));
  }
}
