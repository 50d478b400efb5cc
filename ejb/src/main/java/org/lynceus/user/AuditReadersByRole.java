package org.lynceus.user;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.lynceus.audit.AuditReaders;

/** Who has the right to read the audit log reads it. */
@Stateless
@PermitAll
@Local(AuditReaders.class)
public class AuditReadersByRole implements AuditReaders {
  @Inject private Rights rights;

  @Override
  public void require() {
    rights.require(Function.AUDIT_READ);
  }
}
