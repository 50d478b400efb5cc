package org.lynceus.rest.alarm;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.alarm.scheme.SchemeAction;

/** One thing that a scheme does when it raises an alarm; which fields count is said by the kind. */
@Schema(name = "AlarmSchemeAction")
public record ActionView(
    @NotNull ActionKind kind,
    @Nullable
        @Schema(
            minimum = "0",
            maximum = "1440",
            description = "0 or none: at once; else a step of escalation: if nobody has it by then")
        Integer afterMinutes,
    @Nullable @Schema(description = "a step of escalation is left out when the state is over")
        Boolean stopOnReturn,
    @Nullable @Size(max = 8) @Schema(description = "cameras; none: the alarm's own")
        List<@NotNull UUID> channels,
    @Nullable @Schema(minimum = "0", maximum = "25", description = "RECORD: seconds before")
        Integer before,
    @Nullable
        @Schema(
            minimum = "0",
            maximum = "600",
            description =
                "RECORD: after the alarm; PTZ_PRESET: until the camera turns back, 0: never;"
                    + " OUTPUT: how long it is on")
        Integer seconds,
    @Nullable @Size(max = 200) @Schema(description = "PTZ_PRESET: preset; OUTPUT: output")
        String target,
    @Nullable @Size(max = 200) @Schema(description = "PTZ_PRESET: preset to turn back to")
        String back,
    @Nullable @Schema(description = "NOTIFY") List<@NotNull UUID> toRoles,
    @Nullable @Schema(description = "NOTIFY") List<@NotNull String> toUsers,
    @Nullable @Size(max = 20) @Schema(description = "EMAIL") List<@NotNull String> addresses,
    @Nullable @Size(max = 200) @Schema(description = "EMAIL") String subject,
    @Nullable
        @Size(max = 2000)
        @Schema(
            description =
                "EMAIL, NOTIFY; {number} {scheme} {source} {event} {priority} {time} {link} stand"
                    + " for what the alarm is")
        String text,
    @Nullable @Schema(description = "EMAIL: with a picture of the camera") Boolean picture,
    @Nullable @Size(max = 500) @Schema(description = "WEBHOOK") String url) {
  static ActionView of(SchemeAction action) {
    return new ActionView(
        action.kind(),
        action.afterMinutes(),
        action.stopOnReturn(),
        action.channels(),
        action.before(),
        action.seconds(),
        action.target(),
        action.back(),
        action.toRoles(),
        action.toUsers(),
        action.addresses(),
        action.subject(),
        action.text(),
        action.picture(),
        action.url());
  }

  static List<SchemeAction> all(@Nullable List<@Valid ActionView> views) {
    return views == null ? List.of() : views.stream().map(ActionView::action).toList();
  }

  SchemeAction action() {
    return new SchemeAction(
        kind,
        number(afterMinutes),
        Boolean.TRUE.equals(stopOnReturn),
        list(channels),
        number(before),
        number(seconds),
        target,
        back,
        list(toRoles),
        list(toUsers),
        list(addresses),
        subject,
        text,
        Boolean.TRUE.equals(picture),
        url);
  }

  private static int number(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  private static <T> List<T> list(@Nullable List<T> values) {
    return Objects.requireNonNullElse(values, List.of());
  }
}
