package org.lynceus.alarm.scheme;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.EventAttributes;
import org.lynceus.event.EventType;
import org.lynceus.shared.DomainException;

/**
 * Which events a scheme is about.
 *
 * @param sources where, 1 to 1,000
 * @param types words of event types, 1 to 200
 * @param templateId when
 * @param conditions what their attributes must be; all have to hold, up to 10
 * @param onlyAfter what has to come before; null: nothing
 */
public record SchemeMatch(
    List<AlarmSource> sources,
    List<String> types,
    UUID templateId,
    List<SchemeCondition> conditions,
    @Nullable OnlyAfter onlyAfter) {
  /** The most sources of one scheme. */
  public static final int MOST_SOURCES = 1000;

  private static final int MOST_TYPES = 200;

  public SchemeMatch {
    sources = sources("/sources", sources);
    types = types("/types", types);
    conditions = List.copyOf(conditions);
    if (conditions.size() > SchemeCondition.MOST) {
      throw DomainException.invalid(
          "/conditions", "A scheme has at most " + SchemeCondition.MOST + " conditions.");
    }
  }

  /** The first condition that what an event says does not fulfil; null when it fulfils all. */
  public @Nullable SchemeCondition unfulfilled(EventAttributes says) {
    return conditions.stream().filter(one -> !one.holds(says)).findFirst().orElse(null);
  }

  /** Every place that the scheme looks at. */
  public List<AlarmSource> allSources() {
    return onlyAfter == null
        ? sources
        : Stream.concat(sources.stream(), onlyAfter.sources().stream()).distinct().toList();
  }

  /** Every type of event that the scheme looks at. */
  public List<String> allTypes() {
    return onlyAfter == null
        ? types
        : Stream.concat(types.stream(), onlyAfter.types().stream()).distinct().toList();
  }

  /** Each source once, 1 to 1,000. */
  static List<AlarmSource> sources(String pointer, List<AlarmSource> sources) {
    List<AlarmSource> found = sources.stream().distinct().toList();
    counted(pointer, found.size(), MOST_SOURCES);
    return found;
  }

  /** Each word of a type once, 1 to 200. */
  static List<String> types(String pointer, List<String> types) {
    List<String> found = types.stream().distinct().toList();
    counted(pointer, found.size(), MOST_TYPES);
    if (found.stream().anyMatch(type -> !EventType.CODE.matcher(type).matches())) {
      throw DomainException.invalid(pointer, "This is not the word of an event type.");
    }
    return found;
  }

  private static void counted(String pointer, int size, int most) {
    if (size < 1 || size > most) {
      throw DomainException.invalid(pointer, "Give 1 to " + most + " of these.");
    }
  }
}
