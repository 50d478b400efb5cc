package org.lynceus.audit;

/** Port to the rights: who may read the log. The domain user knows; this one knows no other. */
public interface AuditReaders {
  /** Refuses a caller who may not. */
  void require();
}
