package org.lynceus.schedule;

import java.util.List;
import org.lynceus.shared.DomainException;

/**
 * A part of a day, from &lt;= t &lt; to, in seconds since the local midnight; {@code to} may be
 * 86,400 (24:00). A period over midnight is entered as two.
 */
public record Period(int from, int to) {
  /** 24:00 in seconds. */
  public static final int DAY = 86_400;

  /** The most periods of one day. */
  public static final int MOST = 6;

  public Period {
    if (from < 0 || to > DAY || from >= to) {
      throw new IllegalArgumentException("not a period of a day: " + from + " to " + to);
    }
  }

  /**
   * Reads {@code HH:mm} or {@code HH:mm:ss}, to at most {@code 24:00}; the pointer names the field
   * in the message.
   */
  public static Period parse(String from, String to, String pointer) {
    int begin = seconds(from, pointer);
    int end = seconds(to, pointer);
    if (begin >= end) {
      throw DomainException.invalid(
          pointer, "A period must end after it begins; enter one over midnight as two.");
    }
    return new Period(begin, end);
  }

  /** Puts periods in order and refuses more than {@link #MOST} and those that overlap. */
  public static List<Period> day(List<Period> periods, String pointer) {
    if (periods.size() > MOST) {
      throw DomainException.invalid(pointer, "A day has at most " + MOST + " periods.");
    }
    List<Period> sorted =
        periods.stream().sorted(java.util.Comparator.comparingInt(Period::from)).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).from < sorted.get(i - 1).to) {
        throw DomainException.invalid(
            pointer,
            sorted.get(i - 1).text() + " and " + sorted.get(i).text() + " overlap each other.");
      }
    }
    return sorted;
  }

  public String fromText() {
    return text(from);
  }

  public String toText() {
    return text(to);
  }

  private String text() {
    return fromText() + "-" + toText();
  }

  private static String text(int seconds) {
    String minutes = String.format("%02d:%02d", seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? minutes : minutes + String.format(":%02d", seconds % 60);
  }

  private static int seconds(String text, String pointer) {
    if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?|24:00(:00)?")) {
      throw DomainException.invalid(pointer, "Give a time as 08:30 or 08:30:15, at most 24:00.");
    }
    String[] parts = text.split(":");
    int seconds = parts.length == 3 ? Integer.parseInt(parts[2]) : 0;
    return Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60 + seconds;
  }
}
