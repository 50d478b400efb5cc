package org.lynceus.audit;

import java.util.List;

/** An audit log of the tests: keeps what was noted, by a user or by the center itself. */
public final class NotedAudit extends AuditLog {
  private final List<AuditAct> noted;

  public NotedAudit(List<AuditAct> noted) {
    this.noted = noted;
  }

  @Override
  public void note(AuditAct act) {
    noted.add(act);
  }

  @Override
  public void noteOfCenter(String part, AuditAct act) {
    noted.add(act);
  }
}
