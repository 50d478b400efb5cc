package org.lynceus.device;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Roles;

/** Writes devices. Each method is one transaction and talks to no device. */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class DeviceService {
  @PersistenceContext private EntityManager entities;
  @Inject private Vault vault;
  @Inject private Ids ids;
  @Inject private Clock clock;
  @Inject private Event<DeviceChanged> changed;

  public DeviceRecord add(DeviceDraft draft, DeviceProbe.Offer offered) {
    Device device = new Device(ids.next(), draft.name(), draft.url(), clock.instant());
    device.moveTo(draft.url(), draft.subUrl(), draft.certificate());
    device.authenticateWith(user(draft), sealed(device.getId(), draft));
    Channel channel = new Channel(ids.next(), device, 1, offered.main());
    channel.offersSub(offered.sub());
    device.getChannels().add(channel);
    entities.persist(device);
    return stored(device);
  }

  public DeviceRecord rename(UUID id, long version, @Nullable String name) {
    Device device = load(id, version);
    if (name != null) {
      give(device, name);
    }
    return stored(device);
  }

  /** Stores another address or other credentials, and what the device offers there. */
  public DeviceRecord reconnect(
      UUID id, long version, DeviceDraft draft, DeviceProbe.Offer offered) {
    Device device = load(id, version);
    give(device, draft.name());
    device.moveTo(draft.url(), draft.subUrl(), draft.certificate());
    device.authenticateWith(user(draft), sealed(id, draft));
    for (Channel channel : device.getChannels()) {
      channel.offers(offered.main());
      channel.offersSub(offered.sub());
    }
    return stored(device);
  }

  /** Removes the device and its channels; footage stays on the volumes. */
  public void remove(UUID id, long version) {
    entities.remove(load(id, version));
    entities.flush();
    changed.fire(new DeviceChanged(id));
  }

  private static void give(Device device, String name) {
    String before = device.getName();
    device.rename(name);
    device.getChannels().stream()
        .filter(channel -> channel.getName().equals(before))
        .forEach(channel -> channel.rename(name));
  }

  private Device load(UUID id, long version) {
    Device device = entities.find(Device.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (device == null) {
      throw DomainException.notFound("device");
    }
    if (device.getVersion() != version) {
      throw new DomainException(
          ProblemType.STALE_VERSION, "The device was changed meanwhile; load it again.");
    }
    return device;
  }

  private DeviceRecord stored(Device device) {
    entities.flush();
    changed.fire(new DeviceChanged(device.getId()));
    return DeviceRecord.of(device);
  }

  private static @Nullable String user(DeviceDraft draft) {
    Credentials credentials = draft.credentials();
    return credentials == null ? null : credentials.user();
  }

  private byte @Nullable [] sealed(UUID id, DeviceDraft draft) {
    Credentials credentials = draft.credentials();
    return credentials == null ? null : vault.seal(id, credentials.password());
  }
}
