package org.lynceus.protocols.onvif;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.EncoderOffer.Size;
import org.lynceus.protocols.onvif.Imaging.Range;
import org.lynceus.protocols.xml.XmlElement;

/** Texts, numbers, limits and lists as devices write them; what makes no sense is left out. */
final class Told {
  private static final int LARGEST_SIDE = 16_384;
  private static final int MOST = 256;

  private Told() {}

  /** A text on one line, cut at 100 characters. */
  static String limited(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= 100 ? plain : plain.substring(0, 100);
  }

  static @Nullable Double number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static @Nullable Integer whole(String text) {
    Double value = number(text);
    return value == null || value < 0 || value > Integer.MAX_VALUE ? null : (int) Math.round(value);
  }

  /** Limits of which both are told; both may be the same. */
  static @Nullable Range range(Optional<XmlElement> limits) {
    return limits.map(one -> range(one.text("Min"), one.text("Max"))).orElse(null);
  }

  static @Nullable Range range(String least, String most) {
    Double min = number(least);
    Double max = number(most);
    return min == null || max == null || min > max ? null : new Range(min, max);
  }

  /** The words of a list attribute, separated by blanks. */
  static List<String> words(String list) {
    return Arrays.stream(list.split("\\s+")).filter(word -> !word.isEmpty()).limit(MOST).toList();
  }

  static List<Double> ascending(Stream<String> numbers) {
    return numbers
        .map(Told::number)
        .filter(one -> one != null && one > 0)
        .distinct()
        .sorted()
        .limit(MOST)
        .toList();
  }

  /** Sizes that pictures can have, the largest first. */
  static List<Size> sizes(Stream<XmlElement> elements) {
    return elements
        .map(Told::size)
        .filter(size -> size.width() > 0 && size.height() > 0)
        .distinct()
        .sorted((a, b) -> Long.compare(b.pixels(), a.pixels()))
        .limit(MOST)
        .toList();
  }

  static Size size(XmlElement element) {
    return new Size(side(element.text("Width")), side(element.text("Height")));
  }

  private static int side(String text) {
    Integer value = whole(text);
    return value == null || value > LARGEST_SIDE ? 0 : value;
  }
}
