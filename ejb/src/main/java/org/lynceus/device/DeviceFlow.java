package org.lynceus.device;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Adding and changing devices: the device is asked first, without a transaction; only what answered
 * is stored, by one call of {@link DeviceService}.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeviceFlow {
  @Inject private DeviceProbe probe;
  @Inject private DeviceService service;
  @Inject private DeviceQueries queries;
  @Inject private Vault vault;
  @Inject private Rights rights;

  /** What the address offers; stores nothing. */
  public DeviceOffer probe(
      String url,
      @Nullable String certificate,
      @Nullable String username,
      @Nullable String password) {
    DeviceDraft draft = DeviceDraft.of("?", url, null, certificate, username, password);
    if (RegistrationAddress.is(draft.url())) {
      throw DomainException.invalid(
          "/url", "A device that dials in cannot be asked before it has dialled in.");
    }
    return probe.probe(draft);
  }

  /** Adds a device at a site, to be driven by a node or (null) by any. */
  public DeviceRecord add(UUID site, @Nullable String homeNode, DeviceDraft draft) {
    rights.requireSite(Function.DEVICE_CONFIGURE, site);
    return service.add(site, homeNode, draft, probe.probe(draft));
  }

  public DeviceRecord change(UUID id, long version, DeviceChanges changes) {
    @Nullable String name = changes.name() == null ? null : Limits.name(changes.name());
    if (!changes.connection()) {
      return service.change(id, version, name, changes.place());
    }
    DeviceConnection now = queries.connection(id);
    URI url = changes.url() == null ? now.url() : DeviceAddress.parse(changes.url());
    @Nullable Credentials credentials = merge(now, changes, url);
    DeviceDraft draft =
        new DeviceDraft(
            name == null ? now.name() : name,
            url,
            sub(now, changes, url),
            changes.certificate() == null
                ? now.certificate()
                : DeviceAddress.certificate(changes.certificate()),
            credentials);
    return service.reconnect(id, version, draft, probe.probe(draft), changes.place());
  }

  private static @Nullable URI sub(DeviceConnection now, DeviceChanges changes, URI url) {
    if (changes.subUrl() != null) {
      return DeviceAddress.parseSub(changes.subUrl(), url);
    }
    URI sub = now.subUrl();
    return sub != null && DeviceAddress.sameParty(sub, url) ? sub : null;
  }

  /** A stored password is never sent to another host than the one it was given for. */
  private @Nullable Credentials merge(DeviceConnection now, DeviceChanges changes, URI url) {
    @Nullable String user = changes.username() == null ? now.username() : changes.username();
    @Nullable String password = changes.password();
    boolean sameHost = DeviceAddress.sameParty(url, now.url());
    boolean sameUser = user != null && user.equals(now.username());
    if (password == null && now.password() != null && sameHost && sameUser) {
      password = vault.open(now.id(), now.password());
    }
    return DeviceDraft.credentials(user, password);
  }
}
