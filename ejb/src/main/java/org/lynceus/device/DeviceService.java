package org.lynceus.device;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.cluster.NodeStore;
import org.lynceus.media.Credentials;
import org.lynceus.organisation.SiteQueries;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.RightsChanged;
import org.lynceus.user.Roles;

/** Writes devices. Each method is one transaction and talks to no device. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
public class DeviceService {
  @PersistenceContext private EntityManager entities;
  @Inject private Vault vault;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Clock clock;
  @Inject private Event<DeviceChanged> changed;
  @Inject private Event<RightsChanged> rightsChanged;
  @Inject private Rights rights;
  @Inject private SiteQueries sites;
  @Inject private NodeStore nodes;

  /** Adds a device that was asked, at a site, to be driven by a node or (null) by any. */
  public DeviceRecord add(
      UUID site, @Nullable String homeNode, DeviceDraft draft, DeviceOffer offered) {
    requireSite(site);
    return stored("device.add", null, create(site, homeNode, draft, offered));
  }

  /** The same for an import, whose orderer had the right to; the job itself has no caller. */
  @PermitAll
  public DeviceRecord addImported(
      UUID site,
      @Nullable String homeNode,
      DeviceDraft draft,
      DeviceOffer offered,
      String orderedBy) {
    DeviceRecord after = told(create(site, homeNode, draft, offered));
    audit.noteOfCenter(
        "import of " + orderedBy,
        AuditAct.of("device.add", "device", after.id(), after.name()).is(after));
    return after;
  }

  private Device create(
      UUID site, @Nullable String homeNode, DeviceDraft draft, DeviceOffer offered) {
    Device device = new Device(ids.next(), draft.name(), draft.url(), clock.instant());
    device.standAt(site);
    live(device, homeNode);
    requireNew(device.getId(), offered.identity());
    requireFreeId(device.getId(), draft.url());
    device.moveTo(draft.url(), draft.subUrl(), draft.certificate());
    device.authenticateWith(user(draft), sealed(device.getId(), draft));
    takeOver(device, offered);
    entities.persist(device);
    return device;
  }

  /** Changes what needs no asking of the device; null leaves it as it is. */
  public DeviceRecord change(UUID id, long version, @Nullable String name, DevicePlace place) {
    Device device = load(id, version);
    DeviceRecord before = DeviceRecord.of(device);
    if (name != null) {
      give(device, name);
    }
    put(device, place);
    return stored("device.change", before, device);
  }

  /** The same whatever its version; for many devices at once. */
  public DeviceRecord change(UUID id, @Nullable String name, DevicePlace place) {
    return change(id, load(id).getVersion(), name, place);
  }

  /** Stores another address or other credentials, and what the device offers there. */
  public DeviceRecord reconnect(
      UUID id, long version, DeviceDraft draft, DeviceOffer offered, DevicePlace place) {
    Device device = load(id, version);
    DeviceRecord before = DeviceRecord.of(device);
    put(device, place);
    take(device, draft, offered);
    return stored("device.change", before, device);
  }

  /** The same for work that somebody ordered who had the right to; the job has no caller. */
  @PermitAll
  public DeviceRecord reconnectOrdered(
      UUID id, DeviceDraft draft, DeviceOffer offered, String orderedBy) {
    Device device = locked(id);
    DeviceRecord before = DeviceRecord.of(device);
    take(device, draft, offered);
    return storedFor(orderedBy, "device.change", before, device);
  }

  /** A password that the device has taken replaces the stored one. */
  @PermitAll
  public void setPasswordOrdered(UUID id, byte[] sealed, String orderedBy) {
    Device device = locked(id);
    DeviceRecord before = DeviceRecord.of(device);
    device.authenticateWith(device.getUsername(), sealed);
    storedFor(orderedBy, "device.password", before, device);
  }

  /** The device has another firmware now. */
  @PermitAll
  public void upgradedOrdered(UUID id, String firmware, String orderedBy) {
    Device device = locked(id);
    DeviceRecord before = DeviceRecord.of(device);
    DeviceIdentity is = device.getIdentity();
    device.identify(new DeviceIdentity(is.manufacturer(), is.model(), firmware, is.serial()));
    storedFor(orderedBy, "device.firmware", before, device);
  }

  /**
   * What a channel offers once its encoders were set; who ordered that is noted by who did it. Its
   * device is told as changed, so that everything that reads its streams looks again.
   */
  @PermitAll
  public void reencoded(UUID id, int number, OfferedChannel offered) {
    Device device = locked(id);
    device.getChannels().stream()
        .filter(channel -> channel.getNumber() == number)
        .forEach(channel -> channel.offers(offered));
    entities.lock(device, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    told(device);
  }

  private void take(Device device, DeviceDraft draft, DeviceOffer offered) {
    UUID id = device.getId();
    requireNew(id, offered.identity());
    requireFreeId(id, draft.url());
    give(device, draft.name());
    device.moveTo(draft.url(), draft.subUrl(), draft.certificate());
    device.authenticateWith(user(draft), sealed(id, draft));
    takeOver(device, offered);
  }

  /**
   * What a device told that dialled in, when it is something new; its channels are named once.
   *
   * @param names of the channels in their order; an empty one leaves it to us
   */
  @PermitAll
  public void learned(UUID id, DeviceOffer offered, List<String> names) {
    Device device = entities.find(Device.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (device == null || knows(device, offered)) {
      return;
    }
    DeviceRecord before = DeviceRecord.of(device);
    int known = device.getChannels().size();
    takeOver(device, offered);
    for (Channel added : device.getChannels().subList(known, device.getChannels().size())) {
      String name = added.getNumber() <= names.size() ? names.get(added.getNumber() - 1) : "";
      if (!name.isBlank()) {
        added.rename(name.strip());
      }
    }
    DeviceRecord after = told(device);
    audit.noteOfCenter(
        "registration",
        AuditAct.of("device.change", "device", id, after.name()).was(before).is(after));
  }

  private static boolean knows(Device device, DeviceOffer offered) {
    List<OfferedChannel> known = device.getChannels().stream().map(Channel::offered).toList();
    int told = offered.channels().size();
    return device.getIdentity().equals(offered.identity())
        && known.size() >= told
        && known.subList(0, told).equals(offered.channels());
  }

  /**
   * Known channels are told anew and new ones added, by their number. A channel that is no longer
   * offered stays, offline: its footage is found by it.
   */
  private void takeOver(Device device, DeviceOffer offered) {
    if (offered.channels().isEmpty()) {
      return;
    }
    device.identify(offered.identity());
    List<OfferedChannel> channels = offered.channels();
    for (int i = 0; i < channels.size(); i++) {
      int number = i + 1;
      OfferedChannel offer = channels.get(i);
      device.getChannels().stream()
          .filter(channel -> channel.getNumber() == number)
          .findFirst()
          .ifPresentOrElse(
              channel -> channel.offers(offer),
              () -> device.getChannels().add(channel(device, number, channels.size(), offer)));
    }
  }

  private Channel channel(Device device, int number, int of, OfferedChannel offer) {
    String name = device.getName();
    String suffix = " " + number;
    if (of > 1) {
      name = name.substring(0, Math.min(name.length(), 100 - suffix.length())) + suffix;
    }
    return new Channel(ids.next(), device, number, name, offer);
  }

  /** One box, one entry: the same manufacturer, model and serial again is a mistake. */
  private void requireNew(UUID id, DeviceIdentity identity) {
    if (identity.serial() == null) {
      return;
    }
    entities
        .createQuery(
            "select d from Device d where d.serial = :serial and d.manufacturer = :manufacturer and"
                + " d.model = :model and d.id <> :id",
            Device.class)
        .setParameter("serial", identity.serial())
        .setParameter("manufacturer", identity.manufacturer())
        .setParameter("model", identity.model())
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .ifPresent(
            known -> {
              throw new DomainException(
                  ProblemType.CONFLICT,
                  "This device is already there, as \u201C"
                      + known.getName()
                      + "\u201D (serial number "
                      + identity.serial()
                      + ").");
            });
  }

  /** A registration id stands for one device. */
  private void requireFreeId(UUID id, URI url) {
    if (!RegistrationAddress.is(url)) {
      return;
    }
    String wanted = RegistrationAddress.of(url).id();
    entities
        .createQuery(
            "select d from Device d where (d.url = :plain or d.url like :more escape '!')"
                + " and d.id <> :id",
            Device.class)
        .setParameter("plain", "autoreg:" + wanted)
        .setParameter("more", "autoreg:" + wanted.replace("_", "!_") + "?%")
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .ifPresent(
            known -> {
              throw new DomainException(
                  ProblemType.CONFLICT,
                  "This registration id is already that of \u201C" + known.getName() + "\u201D.");
            });
  }

  /** Removes the device and its channels; footage stays on the volumes. */
  public void remove(UUID id, long version) {
    load(id, version);
    remove(id);
  }

  /** The same whatever its version; for many devices at once. */
  public void remove(UUID id) {
    Device device = load(id);
    audit.note(
        AuditAct.of("device.remove", "device", id, device.getName()).was(DeviceRecord.of(device)));
    entities.remove(device);
    entities.flush();
    changed.fire(new DeviceChanged(id));
    rightsChanged.fire(new RightsChanged());
  }

  private static void give(Device device, String name) {
    String before = device.getName();
    device.rename(name);
    device.getChannels().stream()
        .filter(channel -> channel.getName().equals(before))
        .forEach(channel -> channel.rename(name));
  }

  /** Moves a device to another site, whatever its version. */
  public void move(UUID id, UUID site) {
    Device device = load(id);
    DeviceRecord before = DeviceRecord.of(device);
    put(device, new DevicePlace(site, null));
    stored("device.move", before, device);
  }

  private void put(Device device, DevicePlace place) {
    UUID site = place.siteId();
    String home = place.homeNode();
    if (home != null) {
      live(device, home.isBlank() ? null : home.strip());
    }
    if (site != null && !site.equals(device.getSiteId())) {
      requireSite(site);
      device.standAt(site);
    }
  }

  private void live(Device device, @Nullable String home) {
    if (home == null || home.equals(device.getHomeNode())) {
      device.liveAt(home);
      return;
    }
    if (RegistrationAddress.is(device.getUrl())) {
      throw new DomainException(
          ProblemType.CONFLICT,
          "A device that dials in is driven by the node that listens for it.");
    }
    nodes.requireKnown(home);
    device.liveAt(home);
  }

  private void requireSite(UUID site) {
    rights.requireSite(Function.DEVICE_CONFIGURE, site);
    sites.requireKnown(site);
  }

  private Device load(UUID id) {
    rights.requireDevice(Function.DEVICE_CONFIGURE, id);
    return locked(id);
  }

  private Device locked(UUID id) {
    Device device = entities.find(Device.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (device == null) {
      throw DomainException.notFound("device");
    }
    return device;
  }

  private Device load(UUID id, long version) {
    Device device = load(id);
    if (device.getVersion() != version) {
      throw new DomainException(
          ProblemType.STALE_VERSION, "The device was changed meanwhile; load it again.");
    }
    return device;
  }

  private DeviceRecord stored(String action, @Nullable DeviceRecord before, Device device) {
    DeviceRecord after = told(device);
    audit.note(AuditAct.of(action, "device", after.id(), after.name()).was(before).is(after));
    return after;
  }

  private DeviceRecord storedFor(
      String orderedBy, String action, DeviceRecord before, Device device) {
    DeviceRecord after = told(device);
    audit.noteOfCenter(
        "order of " + orderedBy,
        AuditAct.of(action, "device", after.id(), after.name()).was(before).is(after));
    return after;
  }

  private DeviceRecord told(Device device) {
    entities.flush();
    changed.fire(new DeviceChanged(device.getId()));
    rightsChanged.fire(new RightsChanged());
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
