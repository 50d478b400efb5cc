package org.lynceus.map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Changes maps, one change at a time in the whole cluster, so that two moves at once cannot make a
 * circle. Who changes what is marked may add only what he sees, and what he does not see stays.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.MAP_CONFIGURE)
public class MapService {
  private static final int MOST = 2_000;
  private static final int MOST_MARKERS = 1_000;
  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('map'))";

  @Inject private Database database;
  @Inject private Rights rights;
  @Inject private Ids ids;
  @Inject private AuditLog audit;
  @Inject private MapTiles tiles;

  /** What a user wants of a map. */
  public record Draft(
      String name, @Nullable UUID parentId, UUID siteId, EMap.@Nullable Start start) {
    /** Of a map that is a picture. */
    public Draft(String name, @Nullable UUID parentId, UUID siteId) {
      this(name, parentId, siteId, null);
    }
  }

  public EMap add(Draft draft) {
    List<EMap> maps = locked();
    if (maps.size() >= MOST) {
      throw new DomainException(ProblemType.CONFLICT, "There are " + MOST + " maps already.");
    }
    place(new MapTree(maps), null, draft);
    if (draft.start() != null && tiles.server() == null) {
      throw new DomainException(
          ProblemType.CONFLICT,
          "No tile server is set (LYNCEUS_MAP_TILES): there are no geographic maps.");
    }
    UUID id = ids.next();
    database.update(
        "insert into map (latitude, longitude, zoom, id, parent_id, site_id, name, version)"
            + " values (?, ?, ?, ?, ?, ?, ?, 1)",
        parameters(draft.start(), id, draft.parentId(), draft.siteId(), Limits.name(draft.name())));
    return done("map.add", null, id);
  }

  /** Names it and puts it below another map and at a site. */
  public EMap change(UUID id, long version, Draft draft) {
    List<EMap> maps = locked();
    EMap before = own(id);
    place(new MapTree(maps), id, draft);
    if ((before.start() == null) != (draft.start() == null)) {
      throw DomainException.invalid("/start", "A map stays a picture or geographic.");
    }
    Limits.changed(
        database.update(
            "update map set latitude = ?, longitude = ?, zoom = ?, name = ?, parent_id = ?,"
                + " site_id = ?, version = version + 1 where id = ? and version = ?",
            parameters(
                draft.start(),
                Limits.name(draft.name()),
                draft.parentId(),
                draft.siteId(),
                id,
                version)),
        "map");
    return done("map.change", before, id);
  }

  /** Takes a PNG or JPEG picture of at most 8 MB; markers keep their relative places. */
  public EMap setPicture(UUID id, long version, byte[] file) {
    EMap before = own(id);
    if (before.start() != null) {
      throw new DomainException(ProblemType.CONFLICT, "A geographic map takes no picture.");
    }
    EMap.Picture picture = PictureFile.read(file);
    Limits.changed(
        database.update(
            "update map set image = ?, image_type = ?, width = ?, height = ?, image_digest = ?,"
                + " version = version + 1 where id = ? and version = ?",
            file,
            picture.type(),
            picture.width(),
            picture.height(),
            picture.digest(),
            id,
            version),
        "map");
    return done("map.picture", before, id);
  }

  /** Sets what is marked; markers that the caller does not see stay as they are. */
  public EMap setMarkers(UUID id, long version, List<Marker> wanted) {
    EMap map = own(id);
    Limits.changed(
        database.update(
            "update map set version = version + 1 where id = ? and version = ?", id, version),
        "map");
    List<Marker> before = MapQueries.markers(database, id);
    List<Marker> markers = new ArrayList<>();
    for (Marker marker : before) {
      if (!MapQueries.sees(database, rights.permits(), marker)) {
        markers.add(marker);
      }
    }
    Set<String> subjects = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      Marker marker = wanted.get(i).checked("/markers/" + i);
      require(marker, id, "/markers/" + i);
      if (!subjects.add(marker.subject())) {
        throw DomainException.invalid("/markers/" + i, "This is marked twice.");
      }
      markers.add(marker);
    }
    if (markers.size() > MOST_MARKERS) {
      throw DomainException.invalid("/markers", "A map has at most " + MOST_MARKERS + " markers.");
    }
    database.update("delete from map_marker where map_id = ?", id);
    database.batch(
        "insert into map_marker (id, map_id, kind, channel_id, device_id, part, target_id, x, y,"
            + " label, angle, arc, reach, width, height, outline)"
            + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        markers.stream().map(marker -> row(id, marker)).toList());
    audit.note(AuditAct.of("map.mark", "map", id, map.name()).was(before).is(markers));
    return Objects.requireNonNull(MapQueries.find(database, id));
  }

  /**
   * Removes a map.
   *
   * @param withBelow whether the maps below it go too; else it is refused while there are any
   */
  public void remove(UUID id, long version, boolean withBelow) {
    List<EMap> maps = locked();
    EMap map = own(id);
    MapTree tree = new MapTree(maps);
    List<EMap> gone = maps.stream().filter(one -> tree.within(one.id(), id)).toList();
    gone.forEach(one -> rights.requireSite(Function.MAP_CONFIGURE, one.siteId()));
    if (gone.size() > 1 && !withBelow) {
      throw new DomainException(
          ProblemType.CONFLICT,
          "There are " + (gone.size() - 1) + " maps below this one; say that they go too.");
    }
    Limits.changed(
        database.update("delete from map where id = ? and version = ?", id, version), "map");
    audit.note(
        AuditAct.of("map.remove", "map", id, map.name())
            .was(gone.stream().map(EMap::name).toList()));
  }

  /** Those of the start, then the others. */
  private static @Nullable Object[] parameters(
      EMap.@Nullable Start start, @Nullable Object... others) {
    @Nullable Object[] all = new @Nullable Object[3 + others.length];
    if (start != null) {
      EMap.Start checked = start.checked();
      all[0] = checked.latitude();
      all[1] = checked.longitude();
      all[2] = checked.zoom();
    }
    System.arraycopy(others, 0, all, 3, others.length);
    return all;
  }

  private List<EMap> locked() {
    database.first(LOCK, row -> true);
    return MapQueries.all(database);
  }

  private EMap own(UUID id) {
    EMap map = MapQueries.seen(database, rights.permits(), id);
    rights.requireSite(Function.MAP_CONFIGURE, map.siteId());
    return map;
  }

  private void place(MapTree tree, @Nullable UUID id, Draft draft) {
    rights.requireSite(Function.MAP_CONFIGURE, draft.siteId());
    UUID parent = draft.parentId();
    if (parent == null) {
      return;
    }
    own(parent);
    if (id != null && tree.within(parent, id)) {
      throw DomainException.invalid("/parentId", "A map cannot be put below itself.");
    }
    if (tree.level(parent) + (id == null ? 1 : tree.height(id)) > EMap.DEEPEST) {
      throw DomainException.invalid(
          "/parentId", "A tree of maps has at most " + EMap.DEEPEST + " levels.");
    }
  }

  private void require(Marker marker, UUID map, String pointer) {
    if (marker.channelId() != null) {
      rights.requireSeen(marker.channelId());
    }
    if (marker.deviceId() != null) {
      rights.requireSeenDevice(marker.deviceId());
    }
    if (marker.part() != null) {
      Limits.text(pointer + "/part", marker.part(), 1, 200);
    }
    if (marker.targetId() != null) {
      MapQueries.seen(database, rights.permits(), marker.targetId());
      if (marker.targetId().equals(map)) {
        throw DomainException.invalid(pointer, "A zone leads to another map.");
      }
    }
  }

  private @Nullable Object[] row(UUID map, Marker marker) {
    Marker.Sight sight = marker.sight();
    Marker.Zone zone = marker.zone();
    List<Marker.Point> outline = marker.outline();
    return new @Nullable Object[] {
      ids.next(),
      map,
      marker.kind(),
      marker.channelId(),
      marker.deviceId(),
      marker.part(),
      marker.targetId(),
      marker.x(),
      marker.y(),
      marker.label(),
      sight == null ? null : sight.angle(),
      sight == null ? null : sight.arc(),
      sight == null ? null : sight.reach(),
      zone == null ? null : zone.width(),
      zone == null ? null : zone.height(),
      outline == null
          ? null
          : outline.stream()
              .flatMapToDouble(corner -> DoubleStream.of(corner.x(), corner.y()))
              .toArray()
    };
  }

  private EMap done(String action, @Nullable EMap before, UUID id) {
    EMap map = Objects.requireNonNull(MapQueries.find(database, id));
    audit.note(AuditAct.of(action, "map", id, map.name()).was(before).is(map));
    return map;
  }
}
