package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.lynceus.alarm.scheme.SchemeCondition;

/** What an attribute of an event must be for the event to raise something. */
@Schema(name = "AlarmCondition")
public record ConditionView(
    @NotNull @Schema(description = "its name, 1 to 40 characters") String attribute,
    @NotNull SchemeCondition.Operator operator,
    @NotNull
        @Schema(
            description =
                "ONE_OF, NONE_OF: 1 to 100; BETWEEN: two numbers, the lower first; AT_LEAST, AT_MOST:"
                    + " one number; CONTAINS: one text")
        List<@NotNull String> values) {
  static ConditionView of(SchemeCondition condition) {
    return new ConditionView(condition.attribute(), condition.operator(), condition.values());
  }

  SchemeCondition condition() {
    return new SchemeCondition(attribute, operator, values);
  }
}
