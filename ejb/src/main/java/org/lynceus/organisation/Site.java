package org.lynceus.organisation;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place with devices: a building, a floor, a region. One root holds all others.
 *
 * @param parentId null for the root
 * @param zone of its own; null: that of the parent
 * @param position order among the children of the parent
 */
public record Site(
    UUID id,
    @Nullable UUID parentId,
    String name,
    @Nullable ZoneId zone,
    int position,
    long version) {
  /** The root, made with the schema. */
  public static final UUID ROOT = UUID.fromString("00000000-0000-7000-8000-000000000001");
}
