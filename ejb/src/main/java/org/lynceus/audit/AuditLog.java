package org.lynceus.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.Ids;

/**
 * The append-only log of what people did. Written in the caller's transaction: what is rolled back
 * was not done, and what cannot be logged is not done. Each entry carries its MAC from the start;
 * {@link AuditSealer} chains it a moment after the commit, so that no transaction waits for
 * another.
 */
@Stateless
@PermitAll
public class AuditLog {
  private static final int LONGEST_NAME = 300;
  private static final String INSERT =
      """
      insert into audit_entry (uid, at, by_user, subject, address, session, action, object_kind,
        object_id, object, reason, before_json, after_json, correlation, result, mac)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  @Resource private SessionContext context;
  @Inject private CallerFacts facts;
  @Inject private Database database;
  @Inject private AuditKey key;
  @Inject private AuditSealer sealer;
  @Inject private Ids ids;
  @Inject private Clock clock;

  /** Notes an act of the caller. */
  public void note(AuditAct act) {
    note(context.getCallerPrincipal().getName(), act);
  }

  /** Notes what somebody did whose request is over, for example the end of a talk. */
  public void noteFor(String user, AuditAct act) {
    note(user, act);
  }

  /** Notes an act of the center itself, by a name that says which part of it. */
  public void noteOfCenter(String part, AuditAct act) {
    note("center: " + part, act);
  }

  /**
   * Notes an act of the caller without before and after.
   *
   * @param action domain and verb, for example {@code recording.export}
   * @param object what it was done to, for people
   * @param reason what the person gave as reason
   * @param detail JSON without secrets
   */
  public void note(String action, String object, @Nullable String reason, @Nullable String detail) {
    String kind = action.substring(0, Math.max(action.lastIndexOf('.'), 0));
    write(
        entry(
            context.getCallerPrincipal().getName(),
            AuditAct.of(action, kind, null, object).because(reason),
            null,
            detail));
  }

  private void note(String by, AuditAct act) {
    write(entry(by, act, AuditJson.of(act.before()), AuditJson.of(act.after())));
  }

  private AuditEntry entry(
      String by, AuditAct act, @Nullable String before, @Nullable String after) {
    return new AuditEntry(
        0,
        ids.next(),
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        by,
        fact(CallerFacts::subject),
        fact(CallerFacts::address),
        fact(CallerFacts::session),
        act.action(),
        act.kind(),
        act.id(),
        cut(AuditJson.masked(act.name())),
        act.reason(),
        before,
        after,
        null,
        fact(CallerFacts::correlation),
        act.result().name(),
        null);
  }

  private void write(AuditEntry entry) {
    database.update(
        INSERT,
        entry.uid(),
        entry.at(),
        entry.by(),
        entry.subject(),
        entry.address(),
        entry.session(),
        entry.action(),
        entry.kind(),
        entry.objectId(),
        entry.object(),
        entry.reason(),
        entry.before(),
        entry.after(),
        entry.correlation(),
        entry.result(),
        key.mac().entry(entry));
    sealer.wake();
  }

  /** Threads of the center work outside any request. */
  private @Nullable String fact(Function<CallerFacts, @Nullable String> which) {
    try {
      return which.apply(facts);
    } catch (ContextNotActiveException e) {
      return null;
    }
  }

  private static String cut(String text) {
    return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
  }
}
