package org.lynceus.alarm;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmPriority;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.TimeRange;

/**
 * What of all alarms is looked for. Every part narrows what is found; an empty list and null stand
 * for anything.
 *
 * @param range when they began; may be left out only when a number is given
 * @param number of one alarm, as people name it
 * @param sites with all sites below them
 * @param lasting whether their state lasts
 * @param types words of event types
 * @param handler user name of who has it or closed it, in whatever letters
 * @param comment words that one comment has, see {@link CommentWords}
 * @param q part of the name of the source or of the scheme
 */
public record AlarmSearch(
    @Nullable TimeRange range,
    @Nullable Long number,
    List<UUID> sites,
    List<UUID> devices,
    List<UUID> channels,
    @Nullable Boolean lasting,
    List<String> types,
    List<AlarmPriority> priorities,
    List<UUID> schemes,
    @Nullable String handler,
    List<AlarmHandling> handling,
    @Nullable String comment,
    @Nullable String q) {
  private static final int MOST = 200;

  public AlarmSearch {
    if (range == null && number == null) {
      throw DomainException.invalid("from", "Give a range of time, or the number of an alarm.");
    }
    sites = bounded("site", sites);
    devices = bounded("device", devices);
    channels = bounded("channel", channels);
    types = bounded("type", types);
    priorities = bounded("priority", priorities);
    schemes = bounded("scheme", schemes);
    handling = bounded("handling", handling);
  }

  private static <T> List<T> bounded(String name, List<T> values) {
    if (values.size() > MOST) {
      throw DomainException.invalid(name, "Give at most " + MOST + " of these.");
    }
    return values.stream().distinct().toList();
  }
}
