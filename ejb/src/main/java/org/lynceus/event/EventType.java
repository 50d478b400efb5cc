package org.lynceus.event;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type of events as the catalogue describes it.
 *
 * @param code capital letters, digits and {@code _}, at most 64
 * @param lasts whether it may begin and end; else it happens at once
 * @param endedBy the code of the event that tells the end, null when an event of the same code does
 * @param en its name in English, at most 100 characters
 * @param zh its name in Chinese, at most 100 characters
 */
public record EventType(
    String code,
    EventCategory category,
    EventSeverity severity,
    boolean lasts,
    @Nullable String endedBy,
    String en,
    String zh) {
  /** What a code looks like. */
  public static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
}
