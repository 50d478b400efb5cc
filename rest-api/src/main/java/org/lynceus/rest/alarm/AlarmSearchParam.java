package org.lynceus.rest.alarm;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.AlarmHandling;
import org.lynceus.alarm.AlarmSearch;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.TimeRange;

/** What of all alarms is asked for; what is left out may be anything. */
public class AlarmSearchParam {
  @QueryParam("from")
  @Parameter(
      description = "began then or later; needed unless a number is given",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  private @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "began before; needed unless a number is given",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  private @Nullable String to;

  @QueryParam("number")
  @Parameter(description = "of one alarm")
  private @Nullable String number;

  @QueryParam("site")
  @Parameter(description = "with all below; an alarm is at one of the sites, devices or channels")
  private List<UUID> sites = List.of();

  @QueryParam("device")
  private List<UUID> devices = List.of();

  @QueryParam("channel")
  private List<UUID> channels = List.of();

  @QueryParam("lasting")
  @Parameter(description = "whether its state lasts")
  private @Nullable Boolean lasting;

  @QueryParam("type")
  @Parameter(description = "words of event types")
  private List<String> types = List.of();

  @QueryParam("priority")
  private List<AlarmPriority> priorities = List.of();

  @QueryParam("scheme")
  private List<UUID> schemes = List.of();

  @QueryParam("handler")
  @Parameter(description = "user name of who has it or closed it")
  private @Nullable String handler;

  @QueryParam("handling")
  private List<AlarmHandling> handling = List.of();

  @QueryParam("comment")
  @Parameter(description = "words that one comment has; the beginning of a word is enough")
  private @Nullable String comment;

  @QueryParam("q")
  @Parameter(description = "part of the name of the source or of the scheme")
  private @Nullable String q;

  AlarmSearch search() {
    return new AlarmSearch(
        range(),
        number(),
        sites,
        devices,
        channels,
        lasting,
        types,
        priorities,
        schemes,
        handler,
        handling,
        comment,
        q);
  }

  private @Nullable TimeRange range() {
    return empty(from) && empty(to)
        ? null
        : new TimeRange(TimeRange.instant("from", from), TimeRange.instant("to", to));
  }

  private @Nullable Long number() {
    if (number == null || number.isBlank()) {
      return null;
    }
    if (!number.matches("\\d{1,18}")) {
      throw DomainException.invalid("number", "The number of an alarm has digits only.");
    }
    return Long.parseLong(number);
  }

  private static boolean empty(@Nullable String text) {
    return text == null || text.isEmpty();
  }
}
