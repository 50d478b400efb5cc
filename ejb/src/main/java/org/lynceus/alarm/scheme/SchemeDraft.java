package org.lynceus.alarm.scheme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;

/**
 * A scheme as it ought to be, checked as far as it can be without the database.
 *
 * @param match which events
 * @param timing how they become alarms
 * @param to who gets the alarms
 * @param procedure what to do then, for people; up to 4,000 characters
 * @param actions what the center does then, in order
 */
public record SchemeDraft(
    String name,
    boolean enabled,
    AlarmPriority priority,
    SchemeMatch match,
    SchemeTiming timing,
    SchemeRecipients to,
    @Nullable String procedure,
    List<SchemeAction> actions) {
  public SchemeDraft {
    name = Limits.name(name);
    actions = List.copyOf(actions);
    if (actions.size() > SchemeAction.MOST) {
      throw DomainException.invalid(
          "/actions", "A scheme does at most " + SchemeAction.MOST + " things.");
    }
    procedure =
        procedure == null || procedure.isBlank()
            ? null
            : Limits.text("/procedure", procedure, 1, 4000);
  }

  /** The same, raising alarms. */
  public SchemeDraft switchedOn() {
    return new SchemeDraft(name, true, priority, match, timing, to, procedure, actions);
  }
}
