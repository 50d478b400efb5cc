package org.lynceus.alarm.scheme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.EventAttributes;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;

/**
 * What an attribute of an event must be for the event to raise something. Texts are the same
 * whatever the case of their letters, numbers whatever their zeros (5 is 5.0). An event without the
 * attribute does not fulfil it, nor one whose value is no number where numbers are compared.
 *
 * @param attribute its name, 1 to 40 characters
 * @param values ONE_OF and NONE_OF: 1 to 100; BETWEEN: two numbers, the lower first, both within;
 *     AT_LEAST, AT_MOST: one number; CONTAINS: one text
 */
public record SchemeCondition(String attribute, Operator operator, List<String> values) {
  /** The most conditions of one scheme. */
  public static final int MOST = 10;

  private static final int MOST_VALUES = 100;
  private static final String AT = "/conditions";

  /** How the value is compared. */
  public enum Operator {
    ONE_OF,
    NONE_OF,
    AT_LEAST,
    AT_MOST,
    BETWEEN,
    CONTAINS;

    /** How many values it takes; null: one or more. */
    private @Nullable Integer takes() {
      return switch (this) {
        case ONE_OF, NONE_OF -> null;
        case AT_LEAST, AT_MOST, CONTAINS -> 1;
        case BETWEEN -> 2;
      };
    }

    private boolean ofNumbers() {
      return this == AT_LEAST || this == AT_MOST || this == BETWEEN;
    }
  }

  public SchemeCondition {
    attribute = Limits.text(AT, attribute, 1, 40);
    values = values.stream().map(value -> Limits.text(AT, value, 1, 200)).distinct().toList();
    Integer takes = operator.takes();
    if (takes == null ? values.isEmpty() || values.size() > MOST_VALUES : values.size() != takes) {
      throw DomainException.invalid(
          AT, "Give " + (takes == null ? "1 to " + MOST_VALUES : takes) + " different values.");
    }
    if (operator.ofNumbers() && values.stream().anyMatch(value -> number(value) == null)) {
      throw DomainException.invalid(AT, "Only numbers can be compared so.");
    }
    if (operator == Operator.BETWEEN && compared(values.get(0), values.get(1)) > 0) {
      throw DomainException.invalid(AT, "The lower number comes first.");
    }
  }

  /** Whether an event that says this fulfils it. */
  public boolean holds(EventAttributes of) {
    String value = of.values().get(attribute);
    if (value == null) {
      return false;
    }
    if (operator.ofNumbers() && number(value) == null) {
      return false;
    }
    String first = values.get(0);
    return switch (operator) {
      case ONE_OF -> values.stream().anyMatch(one -> same(one, value));
      case NONE_OF -> values.stream().noneMatch(one -> same(one, value));
      case AT_LEAST -> compared(value, first) >= 0;
      case AT_MOST -> compared(value, first) <= 0;
      case BETWEEN -> compared(value, first) >= 0 && compared(value, values.get(1)) <= 0;
      case CONTAINS -> value.toLowerCase(Locale.ROOT).contains(first.toLowerCase(Locale.ROOT));
    };
  }

  private static boolean same(String one, String other) {
    BigDecimal number = number(one);
    BigDecimal second = number(other);
    return number != null && second != null
        ? number.compareTo(second) == 0
        : one.equalsIgnoreCase(other);
  }

  /** Of two numbers. */
  private static int compared(String one, String other) {
    return new BigDecimal(one).compareTo(new BigDecimal(other));
  }

  private static @Nullable BigDecimal number(String text) {
    return text.matches("-?[0-9]+([.][0-9]+)?") ? new BigDecimal(text) : null;
  }
}
