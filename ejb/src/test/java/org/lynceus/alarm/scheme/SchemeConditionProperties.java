package org.lynceus.alarm.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lynceus.alarm.scheme.SchemeCondition.Operator;
import org.lynceus.event.EventAttributes;
import org.lynceus.shared.DomainException;

class SchemeConditionProperties {
  private static boolean holds(Operator operator, String value, String... values) {
    return new SchemeCondition("a", operator, List.of(values))
        .holds(new EventAttributes(Map.of("a", value)));
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.valueOf(-1000), BigDecimal.valueOf(1000))
        .ofScale(2)
        .map(BigDecimal::toPlainString);
  }

  @Property(tries = 300)
  void numbersAreComparedAsNumbers(
      @ForAll("numbers") String value, @ForAll("numbers") String limit) {
    int order = new BigDecimal(value).compareTo(new BigDecimal(limit));
    assertThat(holds(Operator.AT_LEAST, value, limit)).isEqualTo(order >= 0);
    assertThat(holds(Operator.AT_MOST, value, limit)).isEqualTo(order <= 0);
    assertThat(holds(Operator.ONE_OF, value, limit)).isEqualTo(order == 0);
    if (order < 0) {
      assertThat(holds(Operator.BETWEEN, value, value, limit)).isTrue();
      assertThat(holds(Operator.BETWEEN, limit, value, limit)).isTrue();
    }
  }

  @Property(tries = 300)
  void whatIsOneOfThemIsNotNoneOfThemAndNothingIsBothNorNeither(
      @ForAll("words") String value, @ForAll("words") String one, @ForAll("words") String other) {
    assertThat(holds(Operator.ONE_OF, value, one, other))
        .isNotEqualTo(holds(Operator.NONE_OF, value, one, other));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of("a", "A", "b", "5", "5.0", "05", "x y", "10");
  }

  @Property(tries = 100)
  void anEventWithoutTheAttributeFulfilsNothing(
      @ForAll Operator operator, @ForAll("words") String other) {
    List<String> values = operator == Operator.BETWEEN ? List.of("1", "2") : List.of("1");
    SchemeCondition condition = new SchemeCondition("a", operator, values);
    assertThat(condition.holds(EventAttributes.NONE)).isFalse();
    assertThat(condition.holds(new EventAttributes(Map.of("b", other)))).isFalse();
  }

  @Example
  void textsAreComparedWithoutTheirCase() {
    assertThat(holds(Operator.ONE_OF, "b ly 17", "X", "B LY 17")).isTrue();
    assertThat(holds(Operator.CONTAINS, "B LY 17", "ly")).isTrue();
    assertThat(holds(Operator.CONTAINS, "B LY 17", "18")).isFalse();
    assertThat(holds(Operator.AT_LEAST, "much", "1")).isFalse();
    assertThat(holds(Operator.ONE_OF, "5.0", "5")).isTrue();
  }

  @Example
  void whatIsNoConditionIsRefused() {
    assertThatThrownBy(() -> holds(Operator.AT_LEAST, "1", "many"))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> holds(Operator.BETWEEN, "1", "2", "1"))
        .isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> holds(Operator.BETWEEN, "1", "2")).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> holds(Operator.ONE_OF, "1")).isInstanceOf(DomainException.class);
  }
}
