package org.lynceus.alarm.scheme;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.EventAttributes;
import org.lynceus.event.EventType;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;

/**
 * A scheme as it ought to be, checked as far as it can be without the database. Seconds are 0 to
 * 600, the cap 1 to 3,600.
 *
 * @param types words of event types
 * @param toRoles roles that get the alarms; with {@code toUsers} empty: whoever may see the source
 * @param toUsers user names, in small letters
 * @param actions what is done when an alarm is raised, in order
 * @param onlyAfter what has to come before an event of the scheme; null: nothing
 * @param conditions what its attributes must be; all have to hold
 */
public record SchemeDraft(
    String name,
    boolean enabled,
    AlarmPriority priority,
    UUID templateId,
    List<AlarmSource> sources,
    List<String> types,
    int mergeSeconds,
    int capSeconds,
    int delayOnSeconds,
    int delayOffSeconds,
    @Nullable String procedure,
    List<UUID> toRoles,
    List<String> toUsers,
    List<SchemeAction> actions,
    @Nullable OnlyAfter onlyAfter,
    List<SchemeCondition> conditions) {
  /** The most sources of one scheme. */
  public static final int MOST_SOURCES = 1000;

  private static final int MOST_TYPES = 200;
  private static final int MOST_RECIPIENTS = 100;

  /** One that does nothing but raise alarms. */
  public SchemeDraft(
      String name,
      boolean enabled,
      AlarmPriority priority,
      UUID templateId,
      List<AlarmSource> sources,
      List<String> types,
      int mergeSeconds,
      int capSeconds,
      int delayOnSeconds,
      int delayOffSeconds,
      @Nullable String procedure,
      List<UUID> toRoles,
      List<String> toUsers) {
    this(
        name,
        enabled,
        priority,
        templateId,
        sources,
        types,
        mergeSeconds,
        capSeconds,
        delayOnSeconds,
        delayOffSeconds,
        procedure,
        toRoles,
        toUsers,
        List.of(),
        null,
        List.of());
  }

  public SchemeDraft {
    actions = List.copyOf(actions);
    if (actions.size() > SchemeAction.MOST) {
      throw DomainException.invalid(
          "/actions", "A scheme does at most " + SchemeAction.MOST + " things.");
    }
    conditions = List.copyOf(conditions);
    if (conditions.size() > SchemeCondition.MOST) {
      throw DomainException.invalid(
          "/conditions", "A scheme has at most " + SchemeCondition.MOST + " conditions.");
    }
    name = Limits.name(name);
    sources = sources("/sources", sources);
    types = types("/types", types);
    toRoles = toRoles.stream().distinct().toList();
    toUsers =
        toUsers.stream()
            .map(user -> Limits.text("/toUsers", user, 1, 255).toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    if (toRoles.size() + toUsers.size() > MOST_RECIPIENTS) {
      throw DomainException.invalid(
          "/toUsers", "At most " + MOST_RECIPIENTS + " roles and users get the alarms.");
    }
    seconds("/mergeSeconds", mergeSeconds, 0, 600);
    seconds("/capSeconds", capSeconds, 1, 3600);
    seconds("/delayOnSeconds", delayOnSeconds, 0, 600);
    seconds("/delayOffSeconds", delayOffSeconds, 0, 600);
    procedure =
        procedure == null || procedure.isBlank()
            ? null
            : Limits.text("/procedure", procedure, 1, 4000);
  }

  /** The same, raising alarms. */
  public SchemeDraft switchedOn() {
    return new SchemeDraft(
        name,
        true,
        priority,
        templateId,
        sources,
        types,
        mergeSeconds,
        capSeconds,
        delayOnSeconds,
        delayOffSeconds,
        procedure,
        toRoles,
        toUsers,
        actions,
        onlyAfter,
        conditions);
  }

  /** The same with this before it. */
  public SchemeDraft withOnlyAfter(@Nullable OnlyAfter rule) {
    return new SchemeDraft(
        name,
        enabled,
        priority,
        templateId,
        sources,
        types,
        mergeSeconds,
        capSeconds,
        delayOnSeconds,
        delayOffSeconds,
        procedure,
        toRoles,
        toUsers,
        actions,
        rule,
        conditions);
  }

  /** The same with these conditions. */
  public SchemeDraft withConditions(List<SchemeCondition> asked) {
    return new SchemeDraft(
        name,
        enabled,
        priority,
        templateId,
        sources,
        types,
        mergeSeconds,
        capSeconds,
        delayOnSeconds,
        delayOffSeconds,
        procedure,
        toRoles,
        toUsers,
        actions,
        onlyAfter,
        asked);
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

  static void seconds(String pointer, int value, int least, int most) {
    if (value < least || value > most) {
      throw DomainException.invalid(pointer, "This is " + least + " to " + most + " seconds.");
    }
  }
}
