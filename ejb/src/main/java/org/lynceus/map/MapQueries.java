package org.lynceus.map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Reads maps and what is on them. A map is seen by who may see maps at its site; of its markers one
 * sees the cameras and devices that one sees elsewhere, and the ways to maps that one sees.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.MAP_READ)
public class MapQueries {
  private static final String COLUMNS =
      "id, parent_id, site_id, name, image_type, width, height, image_digest, latitude, longitude,"
          + " zoom, version";

  @Inject private Database database;
  @Inject private Rights rights;
  @Inject private MapTiles tiles;

  /** All maps that the caller sees, by name. */
  public List<EMap> maps() {
    Permits permits = rights.permits();
    return all(database).stream().filter(map -> visible(permits, map)).toList();
  }

  public EMap map(UUID id) {
    return seen(id);
  }

  /** The tile server of geographic maps, null when none is set. */
  public MapTiles.@Nullable Server tiles() {
    return tiles.server();
  }

  /** What is marked on the map, as far as the caller sees it. */
  public List<Marker> markers(UUID id) {
    seen(id);
    Permits permits = rights.permits();
    return markers(database, id).stream()
        .filter(marker -> sees(database, permits, marker))
        .toList();
  }

  /** The picture as it was sent. */
  public byte[] picture(UUID id) {
    seen(id);
    byte[] image =
        database.first("select image from map where id = ?", row -> row.getBytes("image"), id);
    if (image == null) {
      throw DomainException.notFound("picture");
    }
    return image;
  }

  private EMap seen(UUID id) {
    return seen(database, rights.permits(), id);
  }

  /** One that the caller does not see does not exist for him. */
  static EMap seen(Database database, Permits permits, UUID id) {
    EMap map = find(database, id);
    if (map == null || !visible(permits, map)) {
      throw DomainException.notFound("map");
    }
    return map;
  }

  private static boolean visible(Permits permits, EMap map) {
    return permits.mayAtSite(Function.MAP_READ, map.siteId())
        || permits.mayAtSite(Function.MAP_CONFIGURE, map.siteId());
  }

  static boolean sees(Database database, Permits permits, Marker marker) {
    return switch (marker.kind()) {
      case CHANNEL, OUTPUT -> marker.channelId() != null && permits.sees(marker.channelId());
      case INPUT -> marker.deviceId() != null && permits.seesDevice(marker.deviceId());
      case MAP -> {
        EMap target = marker.targetId() == null ? null : find(database, marker.targetId());
        yield target != null && visible(permits, target);
      }
    };
  }

  static List<EMap> all(Database database) {
    return database.list(
        "select " + COLUMNS + " from map order by lower(name), id", MapQueries::map);
  }

  static @Nullable EMap find(Database database, UUID id) {
    return database.first("select " + COLUMNS + " from map where id = ?", MapQueries::map, id);
  }

  static List<Marker> markers(Database database, UUID map) {
    return database.list(
        "select * from map_marker where map_id = ? order by id", MapQueries::marker, map);
  }

  private static EMap map(ResultSet row) throws SQLException {
    String type = row.getString("image_type");
    Double latitude = row.getObject("latitude", Double.class);
    return new EMap(
        Sql.uuid(row, "id"),
        row.getObject("parent_id", UUID.class),
        Sql.uuid(row, "site_id"),
        row.getString("name"),
        type == null
            ? null
            : new EMap.Picture(
                type, row.getInt("width"), row.getInt("height"), row.getString("image_digest")),
        latitude == null
            ? null
            : new EMap.Start(latitude, row.getDouble("longitude"), row.getInt("zoom")),
        row.getLong("version"));
  }

  private static Marker marker(ResultSet row) throws SQLException {
    Integer angle = row.getObject("angle", Integer.class);
    Double width = row.getObject("width", Double.class);
    return new Marker(
        Marker.Kind.valueOf(row.getString("kind")),
        row.getObject("channel_id", UUID.class),
        row.getObject("device_id", UUID.class),
        row.getString("part"),
        row.getObject("target_id", UUID.class),
        row.getDouble("x"),
        row.getDouble("y"),
        row.getString("label"),
        angle == null ? null : new Marker.Sight(angle, row.getInt("arc"), row.getDouble("reach")),
        width == null ? null : new Marker.Zone(width, row.getDouble("height")),
        outline(row.getArray("outline")));
  }

  private static @Nullable List<Marker.Point> outline(@Nullable Array stored) throws SQLException {
    if (stored == null) {
      return null;
    }
    Double[] numbers = (Double[]) stored.getArray();
    return IntStream.range(0, numbers.length / 2)
        .mapToObj(i -> new Marker.Point(numbers[2 * i], numbers[2 * i + 1]))
        .toList();
  }
}
