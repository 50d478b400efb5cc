package org.lynceus.rest.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.live.Streams;
import org.lynceus.live.Transcodings;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.engine.LiveSubscription;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Reason;
import org.lynceus.user.Function;

/**
 * Live video of a channel. The server sends JSON texts ({@code init} followed by a binary
 * initialisation segment, {@code state}, {@code dropped}) and binary fMP4 fragments, by default one
 * per frame; the first ones are the current group of pictures. G.711 comes beside the video: the
 * text {@code audio} with codec and rate, then its samples as binary messages that are one box
 * {@code lyau}: the time on the video's timeline in microseconds (64 bit), then the bytes. Nothing
 * is expected from the client. Closes with 4404 for a channel that does not exist or is not
 * connected yet, with 4503 and the reason {@code no-helper} or {@code helper-busy} for H.264 that
 * nobody can make, with 4403 when the right to watch was taken away, with 4401 and the reason when
 * the viewer was signed out. Who may watch is checked by {@link LiveGate} and then by {@link
 * LiveViewers}.
 */
@ServerEndpoint(value = "/v1/channels/{id}/live", configurator = LiveHandshake.class)
public class LiveEndpoint {
  private static final Logger LOG = System.getLogger(LiveEndpoint.class.getName());
  private static final int SEND_TIMEOUT_MILLIS = 15_000;
  private static final int LONGEST_MESSAGE = 1024;
  private static final String NO_CHANNEL = "no such channel, or not connected yet";
  private static final Set<String> HELPER = Set.of("no-helper", "helper-busy");

  @Inject private Streams streams;
  @Inject private LiveViewers viewers;
  @Inject private Transcodings transcodings;
  @Resource private ManagedExecutorService executor;
  private @Nullable LiveViewer viewer;

  @OnOpen
  public void open(Session session, @PathParam("id") String id) throws IOException {
    session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
    session.setMaxBinaryMessageBufferSize(LONGEST_MESSAGE);
    session.setMaxIdleTimeout(0);
    session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
    LiveViewer opened = new LiveViewer(session, executor);
    viewer = opened;
    try {
      UUID channel = UUID.fromString(id);
      opened.start(source(session, channel, opened::wake));
      viewers.opened(session, session.getUserPrincipal(), channel, Function.LIVE_VIEW);
    } catch (DomainException e) {
      Reason reason = e.reason();
      if (reason != null && HELPER.contains(reason.code())) {
        refuse(session, 4503, reason.code());
      } else {
        refuse(session, 4404, NO_CHANNEL);
      }
    } catch (IllegalArgumentException e) {
      refuse(session, 4404, NO_CHANNEL);
    }
  }

  /** Clients have nothing to say; a message is ignored. */
  @OnMessage
  public void message(String text) {
    LOG.log(Level.TRACE, "A live viewer sent {0} characters", text.length());
  }

  @OnClose
  public void closed(Session session) {
    viewers.closed(session);
    stop();
  }

  private void stop() {
    if (viewer != null) {
      viewer.stop();
    }
  }

  @OnError
  public void failed(Throwable problem) {
    LOG.log(Level.DEBUG, "A live viewer failed", problem);
    stop();
  }

  /**
   * {@code ?stream=sub} is the sub stream, {@code ?variant=h264} H.264 whatever the camera sends.
   */
  private LiveSubscription source(Session session, UUID channel, Runnable ready) {
    StreamKind kind = asks(session, "stream", "sub") ? StreamKind.SUB : StreamKind.MAIN;
    return asks(session, "variant", "h264")
        ? transcodings.watch(new StreamKey(channel, kind), ready)
        : streams.watch(channel, kind, ready);
  }

  private static boolean asks(Session session, String parameter, String value) {
    return session.getRequestParameterMap().getOrDefault(parameter, List.of()).stream()
        .anyMatch(value::equalsIgnoreCase);
  }

  private static void refuse(Session session, int code, String why) throws IOException {
    session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), why));
  }
}
