package org.lynceus.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PageKeyTest {
  @Property
  void comesBackAsItWas(
      @ForAll @StringLength(max = 100) String sort,
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 40) String id) {
    String readable =
        new String(
            sort.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.UTF_8);
    PageKey key = new PageKey(readable, id);
    assertThat(PageKey.decode(key.encode())).isEqualTo(key);
  }

  @Property
  void anythingElseIsRefusedOrIsAKey(@ForAll String text) {
    try {
      PageKey.decode(text);
    } catch (DomainException e) {
      assertThat(e.type()).isEqualTo(ProblemType.VALIDATION);
    }
  }

  @Test
  void theKeyOfAnotherListIsRefused() {
    PageKey key = new PageKey("gate", "x");
    for (Supplier<?> reading : List.<Supplier<?>>of(key::uuid, key::number, key::instant)) {
      assertThatThrownBy(reading::get)
          .isInstanceOfSatisfying(
              DomainException.class,
              e -> {
                assertThat(e.type()).isEqualTo(ProblemType.VALIDATION);
                assertThat(e.fields().get(0).pointer()).isEqualTo("after");
              });
    }
  }

  @Test
  void aLongTextIsRefused() {
    assertThatThrownBy(() -> PageKey.decode("A".repeat(2000))).isInstanceOf(DomainException.class);
  }
}
