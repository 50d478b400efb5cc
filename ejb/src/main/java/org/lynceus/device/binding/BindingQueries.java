package org.lynceus.device.binding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.lynceus.device.ChannelFilter;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Reads which cameras show what; a camera that the caller does not see is left out. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BindingQueries {
  @Inject private Database database;
  @Inject private Rights rights;

  /** The cameras of one thing, in their order. */
  public List<BoundCamera> cameras(ResourcePart at) {
    return cameras(at.kind(), List.of(at.resource())).stream()
        .filter(camera -> camera.at().equals(at))
        .toList();
  }

  /** The cameras of all parts of these resources, each part's in their order. */
  public List<BoundCamera> cameras(ResourceKind kind, Collection<UUID> resources) {
    if (resources.isEmpty()) {
      return List.of();
    }
    ChannelFilter seen = ChannelFilter.channels("b.channel_id", rights.visible());
    return database.list(
        "select b.*, c.name from bound_camera b join channel c on c.id = b.channel_id"
            + " where b.kind = ? and b.resource_id = any(?) and "
            + seen.sql()
            + " order by b.resource_id, b.part, b.position, b.channel_id",
        row ->
            new BoundCamera(
                new ResourcePart(kind, Sql.uuid(row, "resource_id"), row.getString("part")),
                Sql.uuid(row, "channel_id"),
                row.getString("name")),
        seen.between(List.of(kind, resources)));
  }
}
