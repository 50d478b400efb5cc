package org.lynceus.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {
  @ParameterizedTest
  @CsvSource({
    "08006, true", // connection failure
    "57P01, true", // the server was stopped
    "53100, true", // disk full
    "40001, true", // serialisation
    ", true", // no connection from the pool
    "23505, false", // a key is there already
    "22001, false", // too long
    "42P01, false" // no such table
  })
  void theStateOfTheDatabaseTellsWhetherTheSameMayWorkLater(String state, boolean expected) {
    RuntimeException failure =
        new IllegalStateException(new DatabaseException(new SQLException("?", state)));
    assertThat(Outage.caused(failure)).isEqualTo(expected);
  }

  @Test
  void whatHasNothingToDoWithTheDatabaseIsNoOutage() {
    assertThat(Outage.caused(new IllegalArgumentException("no"))).isFalse();
    assertThat(Outage.words(new IllegalStateException(new IllegalArgumentException("no"))))
        .isEqualTo("IllegalArgumentException: no");
  }
}
