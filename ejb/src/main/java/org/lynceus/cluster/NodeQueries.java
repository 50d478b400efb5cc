package org.lynceus.cluster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lynceus.user.Function;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** The nodes of the center, for who looks after it and who gives devices a home. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
public class NodeQueries {
  @Inject private NodeStore store;
  @Inject private Rights rights;

  /** All nodes that are known, by name. */
  public List<ClusterNode> nodes() {
    rights.requireAny(Function.SYSTEM_READ, Function.DEVICE_CONFIGURE);
    return store.all();
  }

  /** The nodes that drive these devices now; for lists of devices that the caller sees. */
  public Map<UUID, String> driving(Collection<UUID> devices) {
    return devices.isEmpty() ? Map.of() : store.driving(devices);
  }
}
