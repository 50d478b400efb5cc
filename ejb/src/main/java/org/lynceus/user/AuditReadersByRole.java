package org.lynceus.user;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import org.lynceus.audit.AuditReaders;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/** Administrators read the audit log. */
@Stateless
@PermitAll
@Local(AuditReaders.class)
public class AuditReadersByRole implements AuditReaders {
  @Resource private SessionContext context;

  @Override
  public void require() {
    if (!context.isCallerInRole(Roles.ADMIN)) {
      throw new DomainException(
          ProblemType.FORBIDDEN, "Only an administrator reads the audit log.");
    }
  }
}
