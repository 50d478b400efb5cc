package org.lynceus.device.binding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.device.DeviceQueries;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Sql;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Binds cameras to things at which something happens. One binds only cameras that one may configure
 * oneself, and takes away only those: cameras that others bound and the caller may not configure
 * stay, behind his.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.DEVICE_CONFIGURE)
public class BindingService {
  /** The most cameras of one thing. */
  public static final int MOST = 16;

  @Inject private Database database;
  @Inject private DeviceQueries devices;
  @Inject private AuditLog audit;
  @Inject private Rights rights;

  /** Says which cameras show an input of a device, in this order; none ends it. */
  public void bindInput(UUID device, String token, List<UUID> channels) {
    rights.requireDevice(Function.DEVICE_CONFIGURE, device);
    String name = lockedName(device);
    String part = Limits.text("token", token, 1, 200);
    bind(ResourcePart.input(device, part), name + ": " + part, channels);
  }

  private String lockedName(UUID device) {
    @Nullable String name =
        database.first(
            "select name from device where id = ? for update",
            row -> row.getString("name"),
            device);
    if (name == null) {
      throw DomainException.notFound("device");
    }
    return name;
  }

  private void bind(ResourcePart at, String name, List<UUID> channels) {
    devices.requireChannels(Function.DEVICE_CONFIGURE, channels);
    List<UUID> before = channels(at);
    Set<UUID> after = new LinkedHashSet<>(channels);
    before.stream()
        .filter(one -> !rights.permits().mayAtChannel(Function.DEVICE_CONFIGURE, one))
        .forEach(after::add);
    if (after.size() > MOST) {
      throw DomainException.invalid("/channelIds", "At most " + MOST + " cameras show one thing.");
    }
    database.update(
        "delete from bound_camera where kind = ? and resource_id = ? and part = ?",
        at.kind(),
        at.resource(),
        at.part());
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (UUID channel : after) {
      rows.add(new Object[] {at.kind(), at.resource(), at.part(), rows.size(), channel});
    }
    database.batch(
        "insert into bound_camera (kind, resource_id, part, position, channel_id)"
            + " values (?, ?, ?, ?, ?)",
        rows);
    audit.note(
        AuditAct.of("device.bind", "device", at.resource(), name)
            .was(Map.of("cameras", before))
            .is(Map.of("cameras", List.copyOf(after))));
  }

  private List<UUID> channels(ResourcePart at) {
    return database.list(
        "select channel_id from bound_camera where kind = ? and resource_id = ? and part = ?"
            + " order by position",
        row -> Sql.uuid(row, "channel_id"),
        at.kind(),
        at.resource(),
        at.part());
  }
}
