package org.lynceus.device.care;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Settings;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/** Firmware files for devices: taken, listed, removed. Files are taken outside any transaction. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirmwareService {
  private static final int MOST = 50;

  @Resource private SessionContext context;
  @Inject private FirmwareStore store;
  @Inject private FirmwareFiles files;
  @Inject private AuditLog audit;
  @Inject private Settings settings;
  @Inject private Ids ids;
  @Inject private Clock clock;

  /** Announces a file of at most 200 MB; its pieces follow. */
  public Firmware add(String name, long bytes) {
    String called = Limits.text("/name", name, 1, 200);
    if (bytes < 1 || bytes > FirmwareFiles.MOST_BYTES) {
      throw DomainException.invalid("/bytes", "A firmware has 1 byte to 200 MB.");
    }
    forgetUnfinished();
    if (store.all().size() >= MOST) {
      throw DomainException.invalid("/name", "There are " + MOST + " firmwares; remove some.");
    }
    UUID id = ids.next();
    files.requireRoom(id, bytes);
    Firmware firmware =
        new Firmware(
            id,
            called,
            bytes,
            null,
            settings.node(),
            context.getCallerPrincipal().getName(),
            clock.instant());
    store.add(firmware);
    audit.note(AuditAct.of("device.firmware.add", "firmware", id, called).is(firmware));
    return firmware;
  }

  /** Takes the next piece of a file; with the last one it is whole and has its hash. */
  public Firmware append(UUID id, long offset, InputStream body) {
    Firmware firmware = find(id);
    if (firmware.sha256() != null || !firmware.node().equals(settings.node())) {
      throw new DomainException(ProblemType.CONFLICT, "This file takes no more pieces here.");
    }
    if (files.append(firmware, offset, body) == firmware.bytes()) {
      store.whole(id, files.sha256(id));
      audit.note(
          AuditAct.of("device.firmware.whole", "firmware", id, firmware.name()).is(find(id)));
    }
    return find(id);
  }

  /** Uploads that somebody gave up. */
  private void forgetUnfinished() {
    Instant old = clock.instant().minus(Duration.ofDays(1));
    store.all().stream()
        .filter(one -> one.sha256() == null && one.createdAt().isBefore(old))
        .filter(one -> one.node().equals(settings.node()))
        .forEach(
            one -> {
              store.remove(one.id());
              files.delete(one.id());
            });
  }

  /** Those that are whole, newest first. */
  public List<Firmware> all() {
    return store.all().stream().filter(one -> one.sha256() != null).toList();
  }

  private Firmware find(UUID id) {
    Firmware firmware = store.find(id);
    if (firmware == null) {
      throw DomainException.notFound("firmware");
    }
    return firmware;
  }

  public void remove(UUID id) {
    Firmware firmware = find(id);
    store.remove(id);
    if (firmware.node().equals(settings.node())) {
      files.delete(id);
    }
    audit.note(
        AuditAct.of("device.firmware.remove", "firmware", id, firmware.name()).was(firmware));
  }
}
