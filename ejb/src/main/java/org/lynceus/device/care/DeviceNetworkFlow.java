package org.lynceus.device.care;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceConnection;
import org.lynceus.device.DeviceDraft;
import org.lynceus.device.DeviceIdentity;
import org.lynceus.device.DeviceOffer;
import org.lynceus.device.DevicePlace;
import org.lynceus.device.DeviceProbe;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.DeviceRecord;
import org.lynceus.device.DeviceService;
import org.lynceus.device.OnvifConnections;
import org.lynceus.device.OnvifTarget;
import org.lynceus.media.FaultCode;
import org.lynceus.protocols.onvif.DeviceNetwork;
import org.lynceus.protocols.onvif.OnvifDevice;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * The network of an ONVIF device. After its address was changed the center keeps the old one, until
 * the same device (manufacturer, model, serial) has answered at the new one. The stored password is
 * presented nowhere else than at the address that was set here.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeviceNetworkFlow {
  private static final Set<String> GONE =
      Set.of(FaultCode.TIMEOUT.word(), FaultCode.CLOSED.word(), FaultCode.UNREACHABLE.word());

  @Inject private DeviceQueries queries;
  @Inject private DeviceService service;
  @Inject private OnvifConnections connections;
  @Inject private DeviceProbe probe;
  @Inject private DeviceMoves moves;
  @Inject private AuditLog audit;
  @Inject private Rights rights;

  /** Sets what the draft names; the address last, since the device may be gone afterwards. */
  public NetworkOutcome set(UUID id, NetworkDraft wanted) {
    NetworkDraft draft = wanted.checked();
    rights.requireDevice(Function.DEVICE_CONFIGURE, id);
    OnvifTarget target = queries.managed(id);
    @Nullable URI newUrl = newUrl(target.url(), draft);
    if (newUrl != null) {
      moves.begin(id, newUrl);
    }
    boolean restart = newUrl == null ? told(target, draft) : toldToMove(target, draft);
    audit.note(AuditAct.of("device.network", "device", id, queries.device(id).name()).is(draft));
    connections.drop(id);
    return new NetworkOutcome(restart, newUrl);
  }

  private boolean told(OnvifTarget target, NetworkDraft draft) {
    return connections.device(target, device -> set(device, draft));
  }

  /** A device may be gone before it has answered; only one that refused stays where it is. */
  private boolean toldToMove(OnvifTarget target, NetworkDraft draft) {
    try {
      return told(target, draft);
    } catch (DomainException e) {
      Reason reason = e.reason();
      if (reason == null || !GONE.contains(reason.code())) {
        moves.end(target.deviceId());
        throw e;
      }
      return false;
    }
  }

  private static boolean set(OnvifDevice device, NetworkDraft draft) throws OnvifException {
    DeviceNetwork network = new DeviceNetwork(device);
    if (draft.hostname() != null) {
      network.setHostname(draft.hostname());
    }
    if (draft.nameServers() != null) {
      network.setNameServers(draft.nameServers());
    }
    if (draft.gateway() != null) {
      network.setGateway(draft.gateway());
    }
    String card = draft.card();
    if (card == null || draft.dhcp() == null) {
      return false;
    }
    String address = draft.address();
    Integer prefix = draft.prefix();
    return draft.dhcp() || address == null || prefix == null
        ? network.useDhcp(card)
        : network.useAddress(card, address, prefix);
  }

  private static @Nullable URI newUrl(URI now, NetworkDraft draft) {
    String address = draft.address();
    if (!Boolean.FALSE.equals(draft.dhcp()) || address == null || address.equals(now.getHost())) {
      return null;
    }
    return URI.create(
        now.getScheme()
            + "://"
            + address
            + (now.getPort() < 0 ? "" : ":" + now.getPort())
            + now.getRawPath());
  }

  /** Where a device was told to go and was not found yet; null: nowhere. */
  public @Nullable URI moving(UUID id) {
    rights.requireDevice(Function.DEVICE_CONFIGURE, id);
    return moves.to(id);
  }

  /** Looks for the device at its new address; from then on it is used there. */
  public DeviceRecord follow(UUID id) {
    DeviceConnection now = queries.connection(id);
    URI url = moves.to(id);
    if (url == null) {
      throw new DomainException(
          ProblemType.CONFLICT, "The center has not changed this device's address.");
    }
    DeviceRecord device = queries.device(id);
    DeviceDraft draft =
        new DeviceDraft(
            now.name(), url, null, now.certificate(), queries.managed(id).credentials());
    DeviceOffer offer = probe.probe(draft);
    requireSame(device.identity(), offer.identity());
    DeviceRecord moved = service.reconnect(id, device.version(), draft, offer, DevicePlace.SAME);
    moves.end(id);
    return moved;
  }

  private static void requireSame(DeviceIdentity known, DeviceIdentity there) {
    if (known.serial() == null
        || !known.serial().equals(there.serial())
        || !java.util.Objects.equals(known.model(), there.model())) {
      throw new DomainException(
          ProblemType.CONFLICT,
          "Another device answers there (serial number "
              + there.serial()
              + "); the center stays at the old address.");
    }
  }
}
