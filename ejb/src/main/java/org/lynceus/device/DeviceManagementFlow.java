package org.lynceus.device;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.media.FaultException;
import org.lynceus.protocols.onvif.DeviceClock;
import org.lynceus.protocols.onvif.DeviceManagement;
import org.lynceus.protocols.onvif.DeviceManagement.TimeSource;
import org.lynceus.protocols.onvif.DeviceNetwork;
import org.lynceus.protocols.onvif.OnvifDevice;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.protocols.registration.CgiDevice;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Settings;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Clock, network, accounts and restart of an ONVIF device; of one that dialled in clock and
 * restart. Talks to the device outside any transaction; what was done is noted in the audit log
 * once the device has confirmed it.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeviceManagementFlow {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})");

  @Inject private DeviceQueries queries;
  @Inject private OnvifConnections connections;
  @Inject private DialledCalls dialled;
  @Inject private Settings settings;
  @Inject private DeviceWatch watch;
  @Inject private AuditLog audit;
  @Inject private Clock clock;
  @Inject private Rights rights;

  /** A question that a device may not know. */
  private interface Question<T> {
    T ask() throws OnvifException;
  }

  /** What the device says now. */
  public DeviceFacts facts(UUID id) {
    if (dialsIn(id)) {
      return dialled.ask(id, this::facts);
    }
    return connections.device(target(id), this::facts);
  }

  private DeviceFacts facts(OnvifDevice device) throws OnvifException {
    DeviceManagement management = new DeviceManagement(device);
    ClockReading reading = ClockReading.of(management, clock);
    TimeSource source = reading.source();
    return new DeviceFacts(
        reading.offsetMillis(),
        source.ntp(),
        source.zone(),
        optional(management::timeServers, java.util.List.of()),
        optional(management::hostname, ""),
        optional(management::gateway, ""),
        optional(management::network, java.util.List.of()),
        optional(new DeviceNetwork(device)::nameServers, java.util.List.of()),
        optional(management::users, java.util.List.of()));
  }

  private static <T> T optional(Question<T> question, T otherwise) throws OnvifException {
    try {
      return question.ask();
    } catch (OnvifException e) {
      if (e.refused()) {
        return otherwise;
      }
      throw e;
    }
  }

  /** Sets the clock to the center's, or lets the device ask a time server from now on. */
  public DeviceFacts setClock(UUID id, @Nullable String server) {
    @Nullable String host = server == null || server.isBlank() ? null : server.strip();
    if (host != null && !HOST.matcher(host).matches()) {
      throw DomainException.invalid("/server", "This is no name or address of a time server.");
    }
    if (dialsIn(id)) {
      return setDialledClock(id, host);
    }
    connections.device(
        target(id),
        device -> {
          DeviceManagement management = new DeviceManagement(device);
          String zone = management.timeSource().zone();
          if (host == null) {
            management.setTime(clock.instant(), zone);
          } else {
            management.useTimeServer(host, zone);
          }
          return true;
        });
    note(id, "device.clock", host == null ? "center" : host);
    return facts(id);
  }

  /** Restarts the device; it is away for a while. */
  public void restart(UUID id) {
    if (dialsIn(id)) {
      dialled.ask(
          id,
          device -> {
            device.reboot();
            return true;
          });
      note(id, "device.restart", null);
      return;
    }
    connections.device(
        target(id),
        device -> {
          new DeviceManagement(device).reboot();
          return true;
        });
    note(id, "device.restart", null);
    connections.drop(id);
  }

  /** Its clock runs in local time without a zone: that of this node's site is taken. */
  private DeviceFacts setDialledClock(UUID id, @Nullable String server) {
    if (server != null) {
      throw DomainException.invalid(
          "/server", "Only ONVIF devices can be given a time server from here.");
    }
    dialled.ask(
        id,
        device -> {
          device.setTime(LocalDateTime.ofInstant(clock.instant(), settings.zone()));
          return true;
        });
    note(id, "device.clock", "center");
    return facts(id);
  }

  private DeviceFacts facts(CgiDevice device) throws FaultException {
    Instant before = clock.instant();
    Instant told = device.time().atZone(settings.zone()).toInstant();
    return new DeviceFacts(
        DeviceClock.offset(before, clock.instant(), told).toMillis(),
        false,
        "",
        List.of(),
        device.information().name(),
        "",
        List.of(),
        List.of(),
        List.of());
  }

  private boolean dialsIn(UUID id) {
    rights.requireDevice(Function.DEVICE_CONFIGURE, id);
    return RegistrationAddress.is(queries.device(id).url());
  }

  /**
   * Asks the device now, as after a password was changed there back to what the center knows; what
   * comes of it is seen at its state.
   */
  public void check(UUID id) {
    target(id);
    watch.check(id);
    note(id, "device.check", null);
  }

  private OnvifTarget target(UUID id) {
    rights.requireDevice(Function.DEVICE_CONFIGURE, id);
    return queries.managed(id);
  }

  private void note(UUID id, String action, @Nullable Object after) {
    audit.note(AuditAct.of(action, "device", id, queries.device(id).name()).is(after));
  }
}
