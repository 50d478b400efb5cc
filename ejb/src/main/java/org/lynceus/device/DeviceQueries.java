package org.lynceus.device;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.StreamTransport;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.user.Roles;

/** Reads devices and channels, sorted by name. */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class DeviceQueries {
  private static final String FILTER =
      " where lower(x.name) like :q and (lower(x.name) > :name or (lower(x.name) = :name and x.id >"
          + " :id)) order by lower(x.name), x.id";

  @PersistenceContext private EntityManager entities;
  @Inject private Vault vault;

  public Page<DeviceRecord> devices(@Nullable String q, int limit, @Nullable String after) {
    List<DeviceRecord> rows =
        page(Device.class, q, limit, after).stream().map(DeviceRecord::of).toList();
    return Page.cut(rows, limit, d -> key(d.name(), d.id()));
  }

  public Page<ChannelRecord> channels(@Nullable String q, int limit, @Nullable String after) {
    List<ChannelRecord> rows =
        page(Channel.class, q, limit, after).stream().map(ChannelRecord::of).toList();
    return Page.cut(rows, limit, c -> key(c.name(), c.id()));
  }

  public DeviceRecord device(UUID id) {
    return DeviceRecord.of(find(id));
  }

  public ChannelRecord channel(UUID id) {
    Channel channel = entities.find(Channel.class, id);
    if (channel == null) {
      throw DomainException.notFound("channel");
    }
    return ChannelRecord.of(channel);
  }

  /** Refuses ids of which one is no channel that the caller may see. */
  public void requireChannels(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
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

  private Stream<StreamSource> sources(Device device, Channel channel) {
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

  /** How the camera of a channel is moved, with the password opened; null when it is not. */
  @PermitAll
  public @Nullable PtzTarget ptz(UUID channelId) {
    Channel channel = entities.find(Channel.class, channelId);
    if (channel == null) {
      throw DomainException.notFound("channel");
    }
    String profile = channel.getPtzProfile();
    return profile == null ? null : new PtzTarget(target(channel.getDevice()), profile);
  }

  /** How an ONVIF device is reached, with the password opened; for the nodes that work on it. */
  @PermitAll
  public OnvifTarget onvif(UUID deviceId) {
    return target(find(deviceId));
  }

  private OnvifTarget target(Device device) {
    return new OnvifTarget(
        device.getId(),
        device.getVersion(),
        device.getUrl(),
        device.getCertificate(),
        credentials(device));
  }

  /** How the device is reached, with the sealed password. */
  @RolesAllowed(Roles.ADMIN)
  public DeviceConnection connection(UUID id) {
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

  private <T> List<T> page(Class<T> type, @Nullable String q, int limit, @Nullable String after) {
    PageKey key = PageKey.decode(after);
    TypedQuery<T> query =
        entities.createQuery("select x from " + type.getSimpleName() + " x" + FILTER, type);
    return query
        .setParameter("q", "%" + escape(q) + "%")
        .setParameter("name", key == null ? "" : key.sort())
        .setParameter("id", key == null ? new UUID(0, 0) : key.uuid())
        .setMaxResults(Limits.page(limit) + 1)
        .getResultList();
  }

  private static PageKey key(String name, UUID id) {
    return new PageKey(name.toLowerCase(Locale.ROOT), id.toString());
  }

  private static String escape(@Nullable String q) {
    return q == null ? "" : q.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
  }
}
