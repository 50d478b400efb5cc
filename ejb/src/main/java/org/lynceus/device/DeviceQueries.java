package org.lynceus.device;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.StreamTransport;
import org.lynceus.protocols.registration.RegistrationEntry;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Reads devices and channels, sorted by name. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
public class DeviceQueries {
  @PersistenceContext private EntityManager entities;
  @Inject private Vault vault;
  @Inject private Database database;
  @Inject private Rights rights;

  /** Devices by name at which the caller may do anything; below a site or all. */
  public Page<DeviceRecord> devices(
      @Nullable UUID site, @Nullable String q, int limit, @Nullable String after) {
    ChannelFilter filter =
        ChannelFilter.devices("x.id", rights.visible())
            .and(ChannelFilter.sites("x.id", below(site)));
    List<UUID> ids = page("device", filter, q, limit, after);
    return Page.cut(ordered(ids), limit, d -> key(d.name(), d.id()));
  }

  private List<DeviceRecord> ordered(List<UUID> ids) {
    Map<UUID, Device> found =
        byId(
            ids,
            "select distinct x from Device x left join fetch x.channels where x.id in :ids",
            Device.class,
            Device::getId);
    return ids.stream().map(found::get).filter(Objects::nonNull).map(this::readable).toList();
  }

  /** Channels by name that the caller may do anything with; below a site or all. */
  public Page<ChannelRecord> channels(
      @Nullable UUID site, @Nullable String q, int limit, @Nullable String after) {
    ChannelFilter filter =
        ChannelFilter.channels("x.id", rights.visible())
            .and(ChannelFilter.sites("x.device_id", below(site)));
    List<UUID> ids = page("channel", filter, q, limit, after);
    Map<UUID, Channel> found = channelsById(ids);
    List<ChannelRecord> rows =
        ids.stream().map(found::get).filter(Objects::nonNull).map(ChannelRecord::of).toList();
    return Page.cut(rows, limit, c -> key(c.name(), c.id()));
  }

  private Map<UUID, Channel> channelsById(List<UUID> ids) {
    return byId(
        ids,
        "select x from Channel x join fetch x.device where x.id in :ids",
        Channel.class,
        Channel::getId);
  }

  /** Those of the devices that the caller sees, in the order of their ids. */
  public List<DeviceRecord> devices(List<UUID> ids) {
    Permits permits = rights.permits();
    return ordered(ids.stream().filter(permits::seesDevice).toList());
  }

  /** Those of the channels that the caller sees, in the order of their ids. */
  public List<ChannelRecord> channels(List<UUID> ids) {
    Permits permits = rights.permits();
    Map<UUID, Channel> found = channelsById(ids.stream().filter(permits::sees).toList());
    return ids.stream().map(found::get).filter(Objects::nonNull).map(ChannelRecord::of).toList();
  }

  /** How many channels a list has that {@link #channels} reads page by page. */
  public long channelCount(@Nullable UUID site, @Nullable String q) {
    ChannelFilter filter =
        ChannelFilter.channels("x.id", rights.visible())
            .and(ChannelFilter.sites("x.device_id", below(site)));
    return database.number(
        "select count(*) from channel x where lower(x.name) like ? and " + filter.sql(),
        filter.between(List.of("%" + escape(q) + "%")));
  }

  public DeviceRecord device(UUID id) {
    rights.requireSeenDevice(id);
    return readable(find(id));
  }

  /** The device with the channels that the caller sees; how it is reached for who may read that. */
  private DeviceRecord readable(Device device) {
    DeviceRecord record = DeviceRecord.of(device);
    Permits permits = rights.permits();
    if (permits.mayEverywhere(Function.DEVICE_READ)) {
      return record;
    }
    List<ChannelRecord> seen =
        record.channels().stream().filter(channel -> permits.sees(channel.id())).toList();
    return permits.mayInDevice(Function.DEVICE_READ, record.id())
        ? record.with(seen)
        : record.withoutAddress(seen);
  }

  /** A channel that the caller may do anything with. */
  public ChannelRecord channel(UUID id) {
    rights.requireSeen(id);
    return known(id);
  }

  /** A channel at which the caller may do this. */
  public ChannelRecord channel(Function function, UUID id) {
    rights.require(function, id);
    return known(id);
  }

  /** A channel; for the center's own work. */
  @PermitAll
  public ChannelRecord known(UUID id) {
    Channel channel = entities.find(Channel.class, id);
    if (channel == null) {
      throw DomainException.notFound("channel");
    }
    return ChannelRecord.of(channel);
  }

  /** Refuses ids of which one is no channel at which the caller may do this. */
  public void requireChannels(Function function, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    ids.forEach(id -> rights.require(function, id));
    long found =
        entities
            .createQuery("select count(c) from Channel c where c.id in :ids", Long.class)
            .setParameter("ids", ids)
            .getSingleResult();
    if (found != new HashSet<>(ids).size()) {
      throw DomainException.notFound("channel");
    }
  }

  /** Names of channels, as far as they exist; for logs. */
  @PermitAll
  public Map<UUID, String> channelNames() {
    return entities.createQuery("select c from Channel c", Channel.class).getResultList().stream()
        .collect(Collectors.toMap(Channel::getId, Channel::getName));
  }

  /** Names of devices, as far as they exist. */
  @PermitAll
  public Map<UUID, String> names(Collection<UUID> ids) {
    return database
        .list(
            "select id, name from device where id = any(?)",
            row -> Map.entry(Sql.uuid(row, "id"), row.getString("name")),
            ids)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Ids of devices that are at these addresses, by address. */
  public Map<String, UUID> atAddresses(Collection<String> addresses) {
    return addresses.isEmpty()
        ? Map.of()
        : entities
            .createQuery("select d from Device d where d.url in :addresses", Device.class)
            .setParameter("addresses", addresses)
            .getResultList()
            .stream()
            .collect(Collectors.toMap(d -> d.getUrl().toString(), Device::getId, (a, b) -> a));
  }

  /** All devices; for the nodes that work on them. */
  @PermitAll
  public List<DeviceRecord> all() {
    return entities
        .createQuery("select distinct d from Device d left join fetch d.channels", Device.class)
        .getResultList()
        .stream()
        .map(DeviceRecord::of)
        .toList();
  }

  /** Where the streams of a device come from, with the password opened; for the media engine. */
  @PermitAll
  public List<StreamSource> sources(UUID deviceId) {
    Device device = find(deviceId);
    return device.getChannels().stream().flatMap(channel -> sources(device, channel)).toList();
  }

  /** Where the main stream of a channel comes from, with the password opened. */
  @PermitAll
  public StreamSource stream(UUID channelId) {
    Channel channel = findChannel(channelId);
    return source(channel.getDevice(), channel, StreamKind.MAIN, channel.getUrl());
  }

  /** The name of a channel; for the center's own work. */
  @PermitAll
  public String channelName(UUID channelId) {
    return findChannel(channelId).getName();
  }

  /** What a channel offered when its device was asked last; for the center's own work. */
  @PermitAll
  public OfferedChannel offered(UUID channelId) {
    return findChannel(channelId).offered();
  }

  private Channel findChannel(UUID channelId) {
    Channel channel = entities.find(Channel.class, channelId);
    if (channel == null) {
      throw DomainException.notFound("channel");
    }
    return channel;
  }

  private Stream<StreamSource> sources(Device device, Channel channel) {
    if (RegistrationAddress.is(channel.getUrl())) {
      return Stream.empty();
    }
    StreamSource main = source(device, channel, StreamKind.MAIN, channel.getUrl());
    URI sub = channel.getSubUrl();
    return sub == null
        ? Stream.of(main)
        : Stream.of(main, source(device, channel, StreamKind.SUB, sub));
  }

  private StreamSource source(Device device, Channel channel, StreamKind kind, URI url) {
    return new StreamSource(
        new StreamKey(channel.getId(), kind),
        url,
        credentials(device),
        StreamTransport.AUTO,
        device.getCertificate());
  }

  /** How the camera of a channel is moved, with the password opened; refuses one that is not. */
  @PermitAll
  public PtzTarget moving(UUID channelId) {
    Channel channel = findChannel(channelId);
    return PtzTarget.of(target(channel.getDevice()), channel.getNumber(), channel.getPtzProfile());
  }

  /** How the camera of a channel is controlled, with the password opened; null without ONVIF. */
  @PermitAll
  public @Nullable CameraTarget camera(UUID channelId) {
    Channel channel = findChannel(channelId);
    Device device = channel.getDevice();
    return DeviceAddress.onvif(device.getUrl())
        ? new CameraTarget(target(device), channel.getNumber(), channel.getPtzProfile())
        : null;
  }

  /** How an ONVIF device is reached, with the password opened; for the nodes that work on it. */
  @PermitAll
  public OnvifTarget onvif(UUID deviceId) {
    return target(find(deviceId));
  }

  /** The same; refuses a device that is none of ONVIF. */
  @PermitAll
  public OnvifTarget managed(UUID deviceId) {
    OnvifTarget target = onvif(deviceId);
    if (!DeviceAddress.onvif(target.url())) {
      String text = "This is no ONVIF device; only those can be managed here.";
      throw new DomainException(
          ProblemType.CONFLICT, text, new Reason("only-onvif", text), List.of());
    }
    return target;
  }

  private OnvifTarget target(Device device) {
    return new OnvifTarget(
        device.getId(),
        device.getVersion(),
        device.getUrl(),
        device.getCertificate(),
        credentials(device));
  }

  /** Ids of the channels of a device in the order of their numbers; none when it is gone. */
  @PermitAll
  public List<UUID> channelIds(UUID deviceId) {
    Device device = entities.find(Device.class, deviceId);
    return device == null ? List.of() : device.getChannels().stream().map(Channel::getId).toList();
  }

  /** The device that dials in with an id, with the password opened; null: there is none. */
  @PermitAll
  public @Nullable RegistrationTarget registration(String registrationId) {
    // As the unique index has it: a storm asks for thousands.
    List<UUID> ids =
        database.list(
            "select id from device where split_part(url, '?', 1) = ? and url like 'autoreg:%'",
            row -> Sql.uuid(row, "id"), "autoreg:" + registrationId);
    return ids.isEmpty() ? null : registration(ids.get(0));
  }

  /** The same by the device's id; null: there is none, or it does not dial in. */
  @PermitAll
  public @Nullable RegistrationTarget registration(UUID deviceId) {
    Device device = entities.find(Device.class, deviceId);
    return device == null ? null : registration(device);
  }

  private @Nullable RegistrationTarget registration(Device device) {
    Credentials credentials = credentials(device);
    if (!RegistrationAddress.is(device.getUrl()) || credentials == null) {
      return null;
    }
    RegistrationAddress address = RegistrationAddress.of(device.getUrl());
    return new RegistrationTarget(
        device.getId(),
        address,
        new RegistrationEntry(address.id(), credentials, address.answered(), device.getVersion()));
  }

  /** How the device is reached, with the sealed password. */
  @Needs(Function.DEVICE_CONFIGURE)
  public DeviceConnection connection(UUID id) {
    rights.requireDevice(Function.DEVICE_CONFIGURE, id);
    return connectionOrdered(id);
  }

  /** The same for work that somebody ordered who had the right to. */
  @PermitAll
  public DeviceConnection connectionOrdered(UUID id) {
    Device device = find(id);
    return new DeviceConnection(
        id,
        device.getName(),
        device.getUrl(),
        device.getSubUrl(),
        device.getCertificate(),
        device.getUsername(),
        device.getPassword());
  }

  private @Nullable Credentials credentials(Device device) {
    String user = device.getUsername();
    byte[] password = device.getPassword();
    return user == null || password == null
        ? null
        : new Credentials(user, vault.open(device.getId(), password));
  }

  private Device find(UUID id) {
    Device device = entities.find(Device.class, id);
    if (device == null) {
      throw DomainException.notFound("device");
    }
    return device;
  }

  /** Ids of a page by name, with one more than the limit. */
  private List<UUID> page(
      String table, ChannelFilter filter, @Nullable String q, int limit, @Nullable String after) {
    PageKey key = PageKey.decode(after);
    String name = key == null ? "" : key.sort();
    UUID id = key == null ? new UUID(0, 0) : key.uuid();
    return database.list(
        "select x.id from "
            + table
            + " x where lower(x.name) like ? and (lower(x.name), x.id) > (?, ?) and "
            + filter.sql()
            + " order by lower(x.name), x.id limit ?",
        row -> Sql.uuid(row, "id"),
        filter.between(List.of("%" + escape(q) + "%", name, id), Limits.page(limit) + 1));
  }

  private <T> Map<UUID, T> byId(
      List<UUID> ids, String query, Class<T> type, java.util.function.Function<T, UUID> id) {
    return ids.isEmpty()
        ? Map.of()
        : entities
            .createQuery(query, type)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(id, row -> row, (one, same) -> one));
  }

  private @Nullable Collection<UUID> below(@Nullable UUID site) {
    return site == null ? null : rights.sitesBelow(site);
  }

  private static PageKey key(String name, UUID id) {
    return new PageKey(name.toLowerCase(Locale.ROOT), id.toString());
  }

  private static String escape(@Nullable String q) {
    return q == null ? "" : Sql.literally(q.strip().toLowerCase(Locale.ROOT));
  }
}
