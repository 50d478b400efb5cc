package org.lynceus.device.care;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceDraft;
import org.lynceus.device.DeviceQueries;
import org.lynceus.device.config.StreamChange;
import org.lynceus.device.config.StreamRole;
import org.lynceus.job.Job;
import org.lynceus.job.JobService;
import org.lynceus.job.JobUnit;
import org.lynceus.protocols.onvif.OverlayPosition;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.Reason;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Permits;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Orders one act on many devices. Devices at which the caller may not do it are told as failed at
 * once and never asked. A batch is one's own.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
public class DeviceBatchService {
  /** The most devices of a batch. */
  public static final int MOST = 5_000;

  @Resource private SessionContext context;
  @Inject private BatchStore store;
  @Inject private FirmwareStore firmwares;
  @Inject private DeviceQueries devices;
  @Inject private JobService jobs;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Clock clock;
  @Inject private Rights rights;

  /** Stores the order and begins its job. */
  public DeviceBatch order(List<UUID> deviceIds, BatchOrder order) {
    if (deviceIds.isEmpty() || deviceIds.size() > MOST) {
      throw DomainException.invalid("/deviceIds", "Choose 1 to " + MOST + " devices.");
    }
    BatchOrder whole = checked(order);
    List<BatchItem> items = items(deviceIds);
    if (items.stream().noneMatch(item -> item.state() == BatchState.WAITING)) {
      rights.requireDevice(Function.DEVICE_CONFIGURE, items.get(0).deviceId());
    }
    UUID id = ids.next();
    store.add(id, whole, caller(), clock.instant(), items);
    String title = order.act() + ": " + items.size() + (items.size() == 1 ? " device" : " devices");
    Job job = jobs.add(BatchWork.KIND, title, id.toString(), JobUnit.ROWS);
    store.started(id, job.id());
    audit.note(
        AuditAct.of("device.batch", "device", id, title)
            .is(
                Map.of(
                    "act",
                    order.act(),
                    "devices",
                    items.stream().limit(200).map(BatchItem::name).toList())));
    return find(id);
  }

  private BatchOrder checked(BatchOrder order) {
    return switch (order.act()) {
      case CREDENTIALS -> {
        if (DeviceDraft.credentials(order.username(), order.password()) == null) {
          throw DomainException.invalid("/username", "Give a user name.");
        }
        String password = order.password() == null ? "" : order.password();
        yield new BatchOrder(order.act(), order.username(), password, null, null, null, null);
      }
      case PASSWORDS -> {
        int length = order.length() == null ? StrongPassword.USUAL : order.length();
        if (length < StrongPassword.LEAST || length > StrongPassword.MOST) {
          throw DomainException.invalid(
              "/length",
              "A password has "
                  + StrongPassword.LEAST
                  + " to "
                  + StrongPassword.MOST
                  + " characters.");
        }
        yield new BatchOrder(order.act(), null, null, length, null, null, null);
      }
      case FIRMWARE -> {
        UUID firmware = order.firmware();
        Firmware file = firmware == null ? null : firmwares.find(firmware);
        if (file == null || file.sha256() == null) {
          throw DomainException.invalid("/firmwareId", "Upload the firmware first.");
        }
        yield new BatchOrder(order.act(), null, null, null, firmware, null, null);
      }
      case NAMES -> {
        OverlayPosition place = order.place();
        if (place == null || place == OverlayPosition.CUSTOM) {
          throw DomainException.invalid("/position", "Choose one of the corners.");
        }
        yield new BatchOrder(order.act(), null, null, null, null, place, null);
      }
      case ENCODERS -> {
        StreamChange encoders = order.encoders();
        if (encoders == null
            || encoders.stream() == StreamRole.OTHER
            || encoders.change().isEmpty()) {
          throw DomainException.invalid(
              "/encoders", "Say what is to be set of the main or the sub stream.");
        }
        yield new BatchOrder(order.act(), null, null, null, null, null, encoders);
      }
    };
  }

  private List<BatchItem> items(List<UUID> deviceIds) {
    Permits permits = rights.permits();
    Map<UUID, String> names = devices.names(deviceIds);
    List<BatchItem> items = new ArrayList<>();
    for (UUID device : new LinkedHashSet<>(deviceIds)) {
      boolean sees = permits.seesDevice(device) && names.containsKey(device);
      boolean may = sees && permits.mayAtDevice(Function.DEVICE_CONFIGURE, device);
      @Nullable Reason reason =
          may
              ? null
              : sees
                  ? new Reason("no-right", "You may not configure this device.")
                  : new Reason("device-gone", "There is no such device.");
      items.add(
          new BatchItem(
              items.size() + 1,
              device,
              sees ? names.getOrDefault(device, "?") : "?",
              may ? BatchState.WAITING : BatchState.FAILED,
              reason));
    }
    return items;
  }

  public DeviceBatch find(UUID id) {
    DeviceBatch known = store.find(id);
    if (known == null || !known.by().equals(caller())) {
      throw DomainException.notFound("order");
    }
    return known;
  }

  /** Devices by number, each with what became of it. */
  public Page<BatchItem> items(UUID id, int limit, @Nullable String after) {
    find(id);
    PageKey key = PageKey.decode(after);
    int from = key == null ? 0 : (int) Math.min(Integer.MAX_VALUE, key.number());
    return Page.cut(
        store.items(id, from, Limits.page(limit) + 1),
        limit,
        item -> new PageKey("", Integer.toString(item.number())));
  }

  private String caller() {
    return context.getCallerPrincipal().getName();
  }
}
