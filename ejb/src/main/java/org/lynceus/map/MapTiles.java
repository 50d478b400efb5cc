package org.lynceus.map;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The tile server of the settings {@code LYNCEUS_MAP_TILES}, {@code LYNCEUS_MAP_TILES_ORIGIN} (what
 * the pages' policy allows) and {@code LYNCEUS_MAP_ATTRIBUTION}; without the first there are no
 * geographic maps. The center itself never asks it: browsers do.
 */
@ApplicationScoped
public class MapTiles {
  private static final Logger LOG = System.getLogger(MapTiles.class.getName());

  /**
   * A tile server.
   *
   * @param template its address with {z}, {x} and {y}
   * @param attribution what must be shown beside its tiles, may be empty
   */
  public record Server(String template, String attribution) {}

  @Inject
  @ConfigProperty(name = "lynceus.map.tiles")
  private Optional<String> template;

  @Inject
  @ConfigProperty(name = "lynceus.map.tiles.origin")
  private Optional<String> allowed;

  @Inject
  @ConfigProperty(name = "lynceus.map.attribution")
  private Optional<String> attribution;

  private @Nullable Server server;

  @PostConstruct
  void read() {
    server = of(template.orElse(""), allowed.orElse(""), attribution.orElse(""));
  }

  /** The tile server, null when none is set or what is set cannot be used. */
  public @Nullable Server server() {
    return server;
  }

  static @Nullable Server of(String template, String allowed, String attribution) {
    if (template.isBlank()) {
      return null;
    }
    try {
      String origin = TileTemplate.origin(template.strip());
      if (!origin.equals(allowed.strip())) {
        throw new IllegalArgumentException(
            "LYNCEUS_MAP_TILES_ORIGIN, which the pages allow, must be " + origin + ".");
      }
      return new Server(template.strip(), attribution.strip());
    } catch (IllegalArgumentException e) {
      LOG.log(
          Level.ERROR, "No geographic maps are offered. LYNCEUS_MAP_TILES: {0}", e.getMessage());
      return null;
    }
  }
}
