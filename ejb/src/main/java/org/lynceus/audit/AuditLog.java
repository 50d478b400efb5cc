package org.lynceus.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;

/**
 * The append-only log of what people did. Written in the caller's transaction: what is rolled back
 * was not done, and what cannot be logged is not done. The database refuses changes of its rows.
 */
@Stateless
@PermitAll
public class AuditLog {
  @Resource private SessionContext context;
  @Inject private Database database;
  @Inject private Clock clock;

  /**
   * Notes an act of the caller.
   *
   * @param action domain and verb, for example {@code recording.export}
   * @param object what it was done to, for people
   * @param reason what the person gave as reason
   * @param detail JSON without secrets
   */
  public void note(String action, String object, @Nullable String reason, @Nullable String detail) {
    database.update(
        "insert into audit_entry (at, by_user, action, object, reason, detail)"
            + " values (?, ?, ?, ?, ?, ?)",
        clock.instant(),
        context.getCallerPrincipal().getName(),
        action,
        object.length() > 300 ? object.substring(0, 300) : object,
        reason,
        detail);
  }
}
