package org.lynceus.user.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DatabaseException;
import org.lynceus.user.Rights;

/**
 * The sessions that this node sees, in memory: a request costs two look-ups in a hash map. Only the
 * first request of a session on a node is written at once; later ones are noted every half minute.
 * What was ended is read once a second, so an ended session is refused on every node within about a
 * second. While the database is away, what was read last holds on, and new sessions are let in and
 * stored later.
 */
@ApplicationScoped
public class Sessions {
  private static final Logger LOG = System.getLogger(Sessions.class.getName());
  private static final Duration NOTED_EVERY = Duration.ofSeconds(30);
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);
  private static final Duration ALL_EVERY = Duration.ofMinutes(10);

  /** Ends within two minutes are read each time: after a longer silence all must be. */
  private static final Duration GAP = Duration.ofMinutes(1);

  @Inject private SessionService service;
  @Inject private Rights rights;
  @Inject private SessionStore store;
  @Inject private Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, SessionEnd> ended = new ConcurrentHashMap<>();
  private volatile boolean loaded;
  private Instant lookedAt = Instant.EPOCH;
  private Instant allReadAt = Instant.EPOCH;

  /** A session that was seen here. Written by requests, read by the timer: fields are volatile. */
  private static final class Known {
    private volatile SeenSession seen;
    private volatile Instant at;
    private volatile Instant notedAt = Instant.EPOCH;
    private volatile boolean stored;
    private volatile @Nullable LastSignIn before;

    Known(SeenSession seen, Instant at) {
      this.seen = seen;
      this.at = at;
    }
  }

  /** Notes that a session makes a request; answers why it is refused, null when it is not. */
  public @Nullable SessionEnd admit(SeenSession seen) {
    if (!loaded) {
      refresh();
    }
    @Nullable SessionEnd over = ended.get(seen.sid());
    if (over != null) {
      return over;
    }
    if (!rights.mayComeFrom(seen.caller(), seen.address())) {
      return SessionEnd.NETWORK;
    }
    Instant now = clock.instant();
    @Nullable Known before = known.get(seen.sid());
    if (before == null) {
      Known fresh = new Known(seen, now);
      before = known.putIfAbsent(seen.sid(), fresh);
      if (before == null) {
        store(fresh);
        return ended.get(seen.sid());
      }
    }
    if (!before.seen.equals(seen)) {
      before.seen = seen;
      before.notedAt = Instant.EPOCH;
    }
    before.at = now;
    return null;
  }

  private void store(Known session) {
    Instant now = clock.instant();
    try {
      SessionService.Begun begun = service.begin(session.seen);
      session.before = begun.before();
      session.notedAt = now;
      session.stored = true;
      if (begun.refused() != null) {
        ended.put(session.seen.sid(), begun.refused());
      }
    } catch (RuntimeException e) {
      if (!away(e)) {
        throw e;
      }
      LOG.log(Level.DEBUG, "A session is stored when the database is back", e);
    }
  }

  /** Why a stream that a session opened must end, null when it may go on, which counts as use. */
  public @Nullable SessionEnd stillOpen(String sid) {
    @Nullable SessionEnd over = ended.get(sid);
    @Nullable Known session = known.get(sid);
    if (over != null || session == null) {
      return over;
    }
    if (!rights.mayComeFrom(session.seen.caller(), session.seen.address())) {
      return SessionEnd.NETWORK;
    }
    session.at = clock.instant();
    return null;
  }

  /** The user's sign-in before this session; null for the first one, and while it is not known. */
  public @Nullable LastSignIn signInBefore(String sid) {
    @Nullable Known session = known.get(sid);
    return session == null ? null : session.before;
  }

  /** The user signs out: he is online no more. */
  public void left(String sid) {
    known.remove(sid);
    service.leave(sid);
  }

  void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded end) {
    end.sids().forEach(sid -> ended.put(sid, end.why()));
  }

  /** Looks which sessions were ended, on this node or another. */
  public synchronized void refresh() {
    Instant now = clock.instant();
    boolean all =
        !loaded || lookedAt.plus(GAP).isBefore(now) || allReadAt.plus(ALL_EVERY).isBefore(now);
    try {
      Map<String, SessionEnd> found = store.ended(all);
      ended.putAll(found);
      lookedAt = now;
      if (all) {
        allReadAt = now;
        loaded = true;
      }
    } catch (DatabaseException e) {
      LOG.log(Level.DEBUG, "Ended sessions cannot be read now; those read last hold on", e);
    }
  }

  /** Writes what was seen since it was written last, and forgets what was not seen for long. */
  public void note() {
    Instant now = clock.instant();
    known.values().removeIf(session -> session.at.plus(FORGOTTEN_AFTER).isBefore(now));
    known.values().stream().filter(session -> !session.stored).forEach(this::store);
    Map<SeenSession, Instant> due = new HashMap<>();
    for (Known session : known.values()) {
      if (session.stored
          && session.at.isAfter(session.notedAt)
          && !session.notedAt.plus(NOTED_EVERY).isAfter(now)) {
        due.put(session.seen, session.at);
        session.notedAt = now;
      }
    }
    if (!due.isEmpty()) {
      service.seen(due);
    }
  }

  private static boolean away(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseException) {
        return true;
      }
    }
    return false;
  }
}
