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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.lynceus.user.Caller;
import org.lynceus.user.Function;
import org.lynceus.user.Rights;

/** Open live connections: ends those whose viewer or talker may not any more, every two seconds. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveViewers {
  private static final Logger LOG = System.getLogger(LiveViewers.class.getName());

  /** The code with which they are closed. */
  public static final int NO_RIGHT = 4403;

  @Inject private Rights rights;
  private final Map<Session, Watch> open = new ConcurrentHashMap<>();

  private record Watch(Caller caller, UUID channel, Function function) {}

  /** Keeps an eye on a connection that needs a function at a channel. */
  public void opened(Session session, Caller caller, UUID channel, Function function) {
    open.put(session, new Watch(caller, channel, function));
  }

  public void closed(Session session) {
    open.remove(session);
  }

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  public void endThoseWithoutRight() {
    open.forEach(
        (session, watch) -> {
          if (!rights.permits(watch.caller()).mayAtChannel(watch.function(), watch.channel())) {
            open.remove(session);
            end(session);
          }
        });
  }

  private static void end(Session session) {
    try {
      session.close(
          new CloseReason(CloseReason.CloseCodes.getCloseCode(NO_RIGHT), "no right any more"));
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "A live viewer was gone already", e);
    }
  }
}
