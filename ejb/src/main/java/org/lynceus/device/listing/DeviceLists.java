package org.lynceus.device.listing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ChannelFilter;
import org.lynceus.device.DeviceIdentity;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Reads all devices or channels that match, each as the few words that a list is sorted, filtered
 * and counted by. Their states live in the memory of the node that owns them, so that the database
 * alone cannot sort by them. Only what the caller may know of a device is searched.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DeviceLists {
  /** The most channels of an answer to a search of the tree. */
  public static final int FOUND = 300;

  private static final String ADDRESS =
      "lower(x.url || ' ' || coalesce(x.manufacturer, '') || ' ' || coalesce(x.model, '') || ' '"
          + " || coalesce(x.serial, ''))";

  @Inject private Database database;
  @Inject private Rights rights;

  /**
   * Devices at which the caller may do anything.
   *
   * @param site null: at any
   * @param below whether those at sites below count, too
   * @param q words of their names, addresses, models, serial numbers or channels
   */
  public List<DeviceEntry> devices(@Nullable UUID site, boolean below, @Nullable String q) {
    Permits permits = rights.permits();
    ChannelFilter filter =
        ChannelFilter.devices("x.id", permits.visible()).and(at("x.site_id", site, below));
    for (String pattern : SearchWords.patterns(q)) {
      filter = filter.and(named(pattern, permits));
    }
    boolean everywhere = permits.mayEverywhere(Function.DEVICE_READ);
    return database.list(
        """
        select x.id, x.name, x.site_id, x.url, x.manufacturer, x.model, x.firmware, x.serial,
          case when x.url like 'rtsp%' then (
            select c.id from channel c where c.device_id = x.id order by c.number limit 1) end as first
        from device x where\s"""
            + filter.sql(),
        row ->
            device(
                row, everywhere || permits.mayInDevice(Function.DEVICE_READ, Sql.uuid(row, "id"))),
        filter.parameters().toArray());
  }

  /** Channels that the caller sees at a site and not below it, in the order of a tree. */
  public List<ChannelEntry> channelsAt(UUID site) {
    return channels(new ChannelFilter("d.site_id = ?", List.of(site)), Integer.MAX_VALUE);
  }

  /** Channels of a device that the caller sees. */
  public List<ChannelEntry> channelsOf(UUID device) {
    rights.requireSeenDevice(device);
    return channels(new ChannelFilter("d.id = ?", List.of(device)), Integer.MAX_VALUE);
  }

  /** The first channels with all the words in their own name or that of their device or site. */
  public List<ChannelEntry> channelsNamed(String q) {
    ChannelFilter filter = new ChannelFilter("true", List.of());
    for (String pattern : SearchWords.patterns(q)) {
      filter =
          filter.and(
              new ChannelFilter(
                  "lower(s.name || ' ' || d.name || ' ' || c.name) like ?", List.of(pattern)));
    }
    return channels(filter, FOUND + 1);
  }

  private List<ChannelEntry> channels(ChannelFilter wanted, int most) {
    ChannelFilter filter = wanted.and(ChannelFilter.channelsBeside("c", "d", rights.visible()));
    return database.list(
        """
        select c.id, c.name, d.id as device_id, d.name as device_name, d.url, d.site_id
        from channel c join device d on d.id = c.device_id join site s on s.id = d.site_id where\s"""
            + filter.sql()
            + " order by lower(d.name), d.id, c.number limit ?",
        row ->
            new ChannelEntry(
                Sql.uuid(row, "id"),
                row.getString("name"),
                Sql.uuid(row, "device_id"),
                row.getString("device_name"),
                URI.create(row.getString("url")),
                Sql.uuid(row, "site_id")),
        filter.between(List.of(), most));
  }

  private ChannelFilter at(String column, @Nullable UUID site, boolean below) {
    if (site == null) {
      return new ChannelFilter("true", List.of());
    }
    Collection<UUID> sites = below ? rights.sitesBelow(site) : List.of(site);
    return new ChannelFilter(column + " = any(?)", List.of(sites));
  }

  private static ChannelFilter named(String pattern, Permits permits) {
    ChannelFilter seen = ChannelFilter.channels("c.id", permits.visible());
    ChannelFilter known = ChannelFilter.devices("x.id", permits.scope(Function.DEVICE_READ));
    List<Object> parameters = new ArrayList<>(List.of(pattern, pattern));
    parameters.addAll(seen.parameters());
    parameters.addAll(known.parameters());
    parameters.add(pattern);
    return new ChannelFilter(
        "lower(x.name) like ? or x.id in (select c.device_id from channel c where lower(c.name)"
            + " like ? and "
            + seen.sql()
            + ") or ("
            + known.sql()
            + ") and "
            + ADDRESS
            + " like ?",
        parameters);
  }

  private static DeviceEntry device(ResultSet row, boolean known) throws SQLException {
    URI url = URI.create(row.getString("url"));
    return new DeviceEntry(
        Sql.uuid(row, "id"),
        row.getString("name"),
        Sql.uuid(row, "site_id"),
        known ? url : URI.create(url.getScheme() + ":hidden"),
        known
            ? new DeviceIdentity(
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("firmware"),
                row.getString("serial"))
            : new DeviceIdentity(null, null, null, null),
        row.getObject("first", UUID.class));
  }
}
