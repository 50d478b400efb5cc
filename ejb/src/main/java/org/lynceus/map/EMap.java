package org.lynceus.map;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A floor plan or another picture on which things have their places.
 *
 * @param parentId the map that is one level above, null at the top
 * @param siteId the right at this site decides who sees and changes it
 * @param picture null until one was sent
 */
public record EMap(
    UUID id,
    @Nullable UUID parentId,
    UUID siteId,
    String name,
    @Nullable Picture picture,
    long version) {
  /** How many levels a tree of maps has at most. */
  public static final int DEEPEST = 8;

  /** How many bytes the file of a picture has at most. */
  public static final int MOST_BYTES = 8 << 20;

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
