package org.lynceus.device;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Limits;

/**
 * Names for many devices from one text: {@code {n}} is the device's place among those chosen (with
 * {@code {n:3}} in three digits), {@code {name}} its present name, {@code {model}}, {@code
 * {serial}} and {@code {host}} what they say. Anything else stands for itself.
 */
public final class NamePattern {
  private static final Pattern WORD =
      Pattern.compile("\\{(?:n(?::([1-6]))?|(name|model|serial|host))\\}");
  private static final int LONGEST = 100;
  private final String text;

  public NamePattern(String text) {
    this.text = Limits.name(text);
  }

  /** The name of the device that is the number-th of those chosen, at most 100 characters. */
  public String name(DeviceRecord device, int number) {
    StringBuilder name = new StringBuilder();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String value = word.group(2) == null ? number(word, number) : value(device, word.group(2));
      word.appendReplacement(name, Matcher.quoteReplacement(value));
    }
    word.appendTail(name);
    String whole = name.toString().replaceAll("\\p{Cntrl}+", " ").strip();
    return whole.isEmpty() ? device.name() : whole.substring(0, Math.min(LONGEST, whole.length()));
  }

  private static String number(Matcher word, int number) {
    String digits = word.group(1);
    return digits == null ? Integer.toString(number) : ("%0" + digits + "d").formatted(number);
  }

  private static String value(DeviceRecord device, String word) {
    return switch (word) {
      case "name" -> device.name();
      case "model" -> text(device.identity().model());
      case "serial" -> text(device.identity().serial());
      default -> text(device.url().getHost());
    };
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
