package org.lynceus.alarm.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lynceus.alarm.Alarm;
import org.lynceus.shared.Settings;

/**
 * Words for alarms in mails and notices. In a text of a scheme {@code {number}}, {@code {scheme}},
 * {@code {source}}, {@code {event}}, {@code {priority}}, {@code {time}} and {@code {link}} stand
 * for what the alarm is; other braces stay.
 */
@ApplicationScoped
class AlarmText {
  private static final Pattern WORD = Pattern.compile("\\{([a-z]{1,20})}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

  @Inject private Settings settings;

  /** The text with its words in braces replaced. */
  String of(String text, Alarm alarm) {
    return fill(text, words(alarm, settings.zone(), link(alarm)));
  }

  /** Where the alarm is shown. */
  String link(Alarm alarm) {
    return settings.publicUrl() + "/alarms?alarm=" + alarm.id();
  }

  static Map<String, String> words(Alarm alarm, ZoneId zone, String link) {
    return Map.of(
        "number", Long.toString(alarm.number()),
        "scheme", alarm.schemeName(),
        "source", alarm.sourceName(),
        "event", alarm.type().toLowerCase(Locale.ROOT).replace('_', ' '),
        "priority", alarm.priority().name().toLowerCase(Locale.ROOT),
        "time", TIME.format(alarm.first().atZone(zone)),
        "link", link);
  }

  static String fill(String text, Map<String, String> words) {
    return WORD.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
  }
}
