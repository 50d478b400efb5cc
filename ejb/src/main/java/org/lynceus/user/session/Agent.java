package org.lynceus.user.session;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser or program in plain words, guessed from the header User-Agent, which anybody can set:
 * good to recognise one's own devices, no proof of anything. Browsers name those they descend from
 * as well, so the youngest names are looked for first.
 *
 * @param program name and major version, such as {@code Firefox 128}
 * @param system such as {@code Windows}, null when it is not said
 */
public record Agent(String program, @Nullable String system) {
  private static final int LONGEST_NAME = 40;
  private static final Pattern FIRST_NAME =
      Pattern.compile("^([A-Za-z][\\w. -]{0,30}?)(?:/(\\d{1,5})[\\w.]*)?(?:[ ;(].*)?$");

  private record Name(String mark, String word) {}

  private static final List<Name> BROWSERS =
      List.of(
          new Name("Edg", "Edge"),
          new Name("EdgA", "Edge"),
          new Name("EdgiOS", "Edge"),
          new Name("OPR", "Opera"),
          new Name("SamsungBrowser", "Samsung Internet"),
          new Name("FxiOS", "Firefox"),
          new Name("Firefox", "Firefox"),
          new Name("CriOS", "Chrome"),
          new Name("HeadlessChrome", "Chrome"),
          new Name("Chrome", "Chrome"),
          new Name("Version", "Safari"));
  private static final List<Name> SYSTEMS =
      List.of(
          new Name("Windows", "Windows"),
          new Name("Android", "Android"),
          new Name("iPhone", "iPhone"),
          new Name("iPad", "iPad"),
          new Name("Mac OS X", "macOS"),
          new Name("CrOS", "ChromeOS"),
          new Name("Linux", "Linux"));

  /** What the header says, null when it says nothing that can be read. */
  public static @Nullable Agent of(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return null;
    }
    @Nullable String system = system(header);
    for (Name browser : BROWSERS) {
      Matcher found =
          Pattern.compile("(?:^|[ ;])" + browser.mark() + "/(\\d{1,5})").matcher(header);
      if (found.find()) {
        return new Agent(browser.word() + " " + found.group(1), system);
      }
    }
    Matcher first = FIRST_NAME.matcher(header.strip());
    if (!first.matches()) {
      return null;
    }
    String name = first.group(2) == null ? first.group(1) : first.group(1) + " " + first.group(2);
    return new Agent(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, system);
  }

  private static @Nullable String system(String header) {
    return SYSTEMS.stream()
        .filter(system -> header.contains(system.mark()))
        .findFirst()
        .map(Name::word)
        .orElse(null);
  }
}
