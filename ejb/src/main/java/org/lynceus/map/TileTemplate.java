package org.lynceus.map;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * Where a tile server has its tiles: an address with {@code {z}}, {@code {x}} and {@code {y}}, each
 * once, in its path or query. Its origin is the only other one from which a page may show pictures,
 * so it must be one: no placeholder is in it. Pure.
 */
final class TileTemplate {
  private static final List<String> PLACES = List.of("{z}", "{x}", "{y}");

  private TileTemplate() {}

  /**
   * The origin of the tiles, for example {@code https://tiles.example.org}.
   *
   * @throws IllegalArgumentException saying in words what is wrong with the template
   */
  static String origin(String template) {
    String plain = template;
    for (String place : PLACES) {
      int at = plain.indexOf(place);
      if (at < 0 || plain.indexOf(place, at + 1) >= 0) {
        throw new IllegalArgumentException("It must have " + place + " once.");
      }
      plain = plain.replace(place, "0");
    }
    URI address;
    try {
      address = new URI(plain);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("It is no address: " + e.getReason() + ".", e);
    }
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new IllegalArgumentException("It must begin with https:// or http://.");
    }
    if (address.getHost() == null || address.getUserInfo() != null) {
      throw new IllegalArgumentException("It must name a host, and no user.");
    }
    String origin = scheme + "://" + address.getRawAuthority().toLowerCase(Locale.ROOT);
    if (!template.toLowerCase(Locale.ROOT).startsWith(origin + "/")) {
      throw new IllegalArgumentException("Its host must not have a placeholder.");
    }
    return origin;
  }
}
