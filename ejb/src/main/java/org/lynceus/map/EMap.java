package org.lynceus.map;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;

/**
 * A floor plan or another picture on which things have their places, or a geographic map, which
 * shows tiles of a tile server. It stays what it is.
 *
 * @param parentId the map that is one level above, null at the top
 * @param siteId the right at this site decides who sees and changes it
 * @param picture null until one was sent, and of a geographic map
 * @param start what a geographic map shows at first, null of a picture
 */
public record EMap(
    UUID id,
    @Nullable UUID parentId,
    UUID siteId,
    String name,
    @Nullable Picture picture,
    @Nullable Start start,
    long version) {
  /** How many levels a tree of maps has at most. */
  public static final int DEEPEST = 8;

  /** How many bytes the file of a picture has at most. */
  public static final int MOST_BYTES = 8 << 20;

  /**
   * The middle of what a geographic map shows at first.
   *
   * @param latitude degrees, -85 to 85
   * @param longitude degrees, -180 to 180
   * @param zoom 0 (the whole world in one tile) to 22
   */
  public record Start(double latitude, double longitude, int zoom) {
    Start checked() {
      if (!(Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180) || zoom < 0 || zoom > 22) {
        throw DomainException.invalid(
            "/start",
            "A geographic map begins at a latitude of -85 to 85, a longitude of -180 to 180 and a zoom of 0 to 22.");
      }
      return this;
    }
  }

  /**
   * What is known of the picture without reading it.
   *
   * @param type {@code image/png} or {@code image/jpeg}
   * @param width pixels
   * @param height pixels
   * @param digest SHA-256 in hex
   */
  public record Picture(String type, int width, int height, String digest) {}
}
