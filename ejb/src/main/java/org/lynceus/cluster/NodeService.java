package org.lynceus.cluster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/** What administrators do with nodes. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
public class NodeService {
  private static final Reason ALIVE =
      new Reason(
          "node-alive", "The node was seen a few seconds ago; only one that is gone can go.");

  @Inject private NodeStore store;
  @Inject private AuditLog audit;

  /**
   * Forgets a node that will not return: nobody waits for it any more, and what was told to last at
   * it ends. One that does return is known again.
   */
  @Needs(Function.SYSTEM_CONFIGURE)
  public void forget(String name) {
    ClusterNode node =
        store.all().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> DomainException.notFound("node"));
    if (!store.forget(name)) {
      throw new DomainException(ProblemType.CONFLICT, ALIVE.text(), ALIVE, List.of());
    }
    audit.note(AuditAct.of("system.node.forget", "node", name, name).was(node));
  }
}
