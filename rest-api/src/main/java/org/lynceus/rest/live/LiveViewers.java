package org.lynceus.rest.live;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lynceus.rest.user.Callers;
import org.lynceus.user.Caller;
import org.lynceus.user.Function;
import org.lynceus.user.Rights;
import org.lynceus.user.session.SessionEnd;
import org.lynceus.user.session.Sessions;

/**
 * Open live connections: ends those whose viewer or talker may not any more, or was signed out,
 * every two seconds.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveViewers {
  private static final Logger LOG = System.getLogger(LiveViewers.class.getName());

  /** The code with which those are closed whose right was taken away. */
  public static final int NO_RIGHT = 4403;

  /** The code with which those are closed whose session was ended; the reason is its code. */
  public static final int SIGNED_OUT = 4401;

  @Inject private Rights rights;
  @Inject private Sessions sessions;
  private final Map<Session, Watch> open = new ConcurrentHashMap<>();

  private record Watch(Caller caller, String sid, UUID channel, Function function) {}

  /** Keeps an eye on a connection that needs a function at a channel. */
  public void opened(
      Session session, @Nullable Principal viewing, UUID channel, Function function) {
    Caller caller = viewing == null ? Caller.NOBODY : Callers.of(viewing);
    String sid = viewing == null ? "" : Callers.sid(viewing, caller);
    open.put(session, new Watch(caller, sid, channel, function));
  }

  public void closed(Session session) {
    open.remove(session);
  }

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  public void endThoseWithoutRight() {
    open.forEach(
        (session, watch) -> {
          @Nullable SessionEnd over = sessions.stillOpen(watch.sid());
          if (over != null) {
            open.remove(session);
            end(session, SIGNED_OUT, over.reason().code());
          } else if (!rights
              .permits(watch.caller())
              .mayAtChannel(watch.function(), watch.channel())) {
            open.remove(session);
            end(session, NO_RIGHT, "no right any more");
          }
        });
  }

  private static void end(Session session, int code, String why) {
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), why));
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "A live viewer was gone already", e);
    }
  }
}
