package org.lynceus.alarm.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.EventPlace;
import org.lynceus.event.ExternalSource;
import org.lynceus.organisation.Site;
import org.lynceus.organisation.SiteQueries;
import org.lynceus.organisation.SiteTree;
import org.lynceus.shared.Database;
import org.lynceus.shared.Settings;
import org.lynceus.shared.Sql;

/** Finds where events happened: the device, the sites above, the zone, and a name. */
@ApplicationScoped
class Places {
  private record Thing(String name, UUID device, UUID site) {}

  @Inject private Database database;
  @Inject private SiteQueries sites;
  @Inject private Settings settings;

  /** The places of these texts of spots; of what was removed meanwhile, as far as it is known. */
  Map<String, PlaceFacts> of(Collection<Spot> spots) {
    Map<UUID, Thing> things = new HashMap<>();
    things.putAll(
        things(
            "select id, name, id as device_id, site_id from device where id = any(?)",
            spots,
            Spot::deviceId));
    things.putAll(
        things(
            "select c.id, c.name, c.device_id, d.site_id from channel c"
                + " join device d on d.id = c.device_id where c.id = any(?)",
            spots,
            Spot::channelId));
    SiteTree tree = sites.whole();
    Map<String, PlaceFacts> found = new HashMap<>();
    spots.forEach(spot -> found.computeIfAbsent(spot.text(), key -> facts(spot, things, tree)));
    return found;
  }

  private PlaceFacts facts(Spot spot, Map<UUID, Thing> things, SiteTree tree) {
    @Nullable UUID id = spot.channelId() == null ? spot.deviceId() : spot.channelId();
    @Nullable Thing thing = id == null ? null : things.get(id);
    @Nullable ZoneId zone = thing == null ? null : tree.zone(thing.site());
    EventPlace place =
        new EventPlace(
            spot.channelId(),
            thing == null ? spot.deviceId() : thing.device(),
            spot.part(),
            thing == null ? List.of() : tree.path(thing.site()).stream().map(Site::id).toList(),
            zone == null ? settings.zone() : zone);
    return new PlaceFacts(place, name(spot, thing));
  }

  private static String name(Spot spot, @Nullable Thing thing) {
    String part = spot.part() == null ? "" : ExternalSource.name(spot.part());
    if (thing == null) {
      return part;
    }
    return spot.channelId() != null || part.isEmpty() ? thing.name() : thing.name() + ": " + part;
  }

  private Map<UUID, Thing> things(
      String sql, Collection<Spot> spots, Function<Spot, @Nullable UUID> id) {
    Map<UUID, Thing> found = new HashMap<>();
    database.list(
        sql,
        row ->
            found.put(
                Sql.uuid(row, "id"),
                new Thing(
                    row.getString("name"), Sql.uuid(row, "device_id"), Sql.uuid(row, "site_id"))),
        spots.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet()));
    return found;
  }
}
