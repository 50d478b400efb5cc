package org.lynceus.rest.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.shared.DomainException;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 10",
    "bytes=90-, 90, 10",
    "bytes=-10, 90, 10",
    "bytes=50-999, 50, 50",
    "bytes=-999, 0, 100",
    "bytes=0-0, 0, 1"
  })
  void readsOneRange(String header, long first, long length) {
    assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange(first, length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes", "bytes=", "bytes=a-b", "bytes=0-1,3-4", "lines=0-1"})
  void anythingElseMeansTheWhole(String header) {
    assertThat(ByteRange.parse(header, 100)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=200-300", "bytes=9-8", "bytes=-0"})
  void aRangeOutsideTheFileIsRefused(String header) {
    assertThatThrownBy(() -> ByteRange.parse(header, 100)).isInstanceOf(DomainException.class);
  }

  @Property
  void aRangeNeverLeavesTheFile(
      @ForAll String header, @ForAll @LongRange(min = 0, max = 1L << 40) long size) {
    for (String text : new String[] {header, "bytes=" + header}) {
      try {
        ByteRange range = ByteRange.parse(text, size);
        assertThat(range == null || range.first() >= 0 && range.first() + range.length() <= size)
            .isTrue();
      } catch (DomainException e) {
        assertThat(e.type().status()).isEqualTo(416);
      }
    }
  }
}
