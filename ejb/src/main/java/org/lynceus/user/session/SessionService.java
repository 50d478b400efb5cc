package org.lynceus.user.session;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Settings;
import org.lynceus.user.CurrentCaller;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Begins and ends sessions, one transaction per call. An account that may be signed in once is
 * locked while a session begins, so of two sign-ins at the same moment the one that comes second
 * stays and ends the other, on whatever nodes they are.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.USER_CONFIGURE)
public class SessionService {
  private static final Duration KEPT = Duration.ofDays(90);

  @Inject private SessionStore store;
  @Inject private CurrentCaller current;
  @Inject private Rights rights;
  @Inject private AuditLog audit;
  @Inject private Settings settings;
  @Inject private Event<SessionsEnded> ended;
  @Inject private Ids ids;
  @Inject private Clock clock;

  /** What is known of a session when it begins: why it is refused, and the sign-in before it. */
  public record Begun(@Nullable SessionEnd refused, @Nullable LastSignIn before) {}

  /** Stores a session that this node sees for the first time. */
  @PermitAll
  public Begun begin(SeenSession seen) {
    String name = seen.caller().name();
    boolean many = seen.program() || store.lockAndAskManySessions(name);
    @Nullable UserSession before = store.bySid(seen.sid());
    if (before != null && before.ended() != null) {
      return new Begun(before.ended(), null);
    }
    store.put(ids.next(), seen, clock.instant(), settings.node());
    if (!many && (before == null || before.left())) {
      endOthers(name, seen.sid(), seen.address());
    }
    @Nullable UserSession now = store.bySid(seen.sid());
    return new Begun(null, now == null || now.program() ? null : store.signInBefore(now));
  }

  private void endOthers(String username, String sid, @Nullable String address) {
    List<String> others = store.endOf(username, sid, SessionEnd.ELSEWHERE);
    if (!others.isEmpty()) {
      ended.fire(new SessionsEnded(new HashSet<>(others), SessionEnd.ELSEWHERE));
      audit.noteOfCenter(
          "sessions",
          AuditAct.of("user.session.replace", "user", null, username)
              .is(address == null ? Map.of() : Map.of("address", address)));
    }
  }

  /** Notes sessions that were used. */
  @PermitAll
  public void seen(Map<SeenSession, Instant> sessions) {
    store.seen(sessions, settings.node());
  }

  /** The user of the session signed out. */
  @PermitAll
  public void leave(String sid) {
    store.leave(sid, clock.instant());
  }

  /**
   * Signs somebody out: one's own session, a program, and whoever may more than the caller are
   * refused. Answers the sid; a session that has ended already stays as it is.
   */
  public String end(UUID id, @Nullable String reason) {
    @Nullable String why =
        reason == null || reason.isBlank() ? null : Limits.text("/reason", reason, 1, 500);
    @Nullable UserSession session = store.locked(id);
    if (session == null) {
      throw DomainException.notFound("session");
    }
    if (session.program()) {
      throw new DomainException(
          ProblemType.CONFLICT,
          "A program has no session that could be ended; disable its client at Keycloak.");
    }
    if (session.sid().equals(current.session())) {
      throw new DomainException(ProblemType.CONFLICT, "This is your own session; sign out.");
    }
    rights.requireNotAbove(session.caller());
    if (session.ended() == null) {
      store.end(id, SessionEnd.KICKED);
      ended.fire(new SessionsEnded(Set.of(session.sid()), SessionEnd.KICKED));
      audit.note(
          AuditAct.of("user.session.end", "session", id, session.caller().name())
              .because(why)
              .was(facts(session)));
    }
    return session.sid();
  }

  private static Map<String, Object> facts(UserSession session) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("since", session.since());
    facts.put("address", session.address() == null ? "" : session.address());
    facts.put("agent", session.agent() == null ? "" : session.agent());
    return facts;
  }

  /** Ends all sessions of a user, because of what was done to his account. */
  @PermitAll
  public void endAll(String username, SessionEnd why) {
    Set<String> sids = new HashSet<>(store.endOf(username, null, why));
    if (!sids.isEmpty()) {
      ended.fire(new SessionsEnded(sids, why));
    }
  }

  /** Ends all sessions of a user but the newest, because he may be signed in only once now. */
  @PermitAll
  public void endAllButNewest(String username) {
    @Nullable String newest = store.newestOf(username);
    if (newest != null) {
      endOthers(username, newest, null);
    }
  }

  /** What Keycloak was told of. */
  @PermitAll
  public void closedAtKeycloak(Set<String> sids) {
    store.closedAtKeycloak(sids);
  }

  /** Forgets sessions that were not used for ninety days; none lives that long at Keycloak. */
  @PermitAll
  public int forgetOld() {
    return store.forget(clock.instant().minus(KEPT));
  }
}
