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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.live.Streams;
import org.lynceus.media.StreamKind;
import org.lynceus.shared.DomainException;

/**
 * Live video of a channel. The server sends JSON texts ({@code init} followed by a binary
 * initialisation segment, {@code state}, {@code dropped}) and binary fMP4 fragments, by default one
 * per frame; the first ones are the current group of pictures. G.711 comes beside the video: the
 * text {@code audio} with codec and rate, then its samples as binary messages that are one box
 * {@code lyau}: the time on the video's timeline in microseconds (64 bit), then the bytes. Nothing
 * is expected from the client. Closes with 4404 for a channel that does not exist or is not
 * connected yet. Who may watch is checked by {@link LiveGate}.
 */
@ServerEndpoint(value = "/v1/channels/{id}/live", configurator = LiveHandshake.class)
public class LiveEndpoint {
  private static final Logger LOG = System.getLogger(LiveEndpoint.class.getName());
  private static final int SEND_TIMEOUT_MILLIS = 15_000;
  private static final int LONGEST_MESSAGE = 1024;

  @Inject private Streams streams;
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
      opened.start(streams.watch(UUID.fromString(id), kind(session), opened::wake));
    } catch (DomainException | IllegalArgumentException e) {
      refuse(session, 4404, "no such channel, or not connected yet");
    }
  }

  /** Clients have nothing to say; a message is ignored. */
  @OnMessage
  public void message(String text) {
    LOG.log(Level.TRACE, "A live viewer sent {0} characters", text.length());
  }

  @OnClose
  public void closed() {
    if (viewer != null) {
      viewer.stop();
    }
  }

  @OnError
  public void failed(Throwable problem) {
    LOG.log(Level.DEBUG, "A live viewer failed", problem);
    closed();
  }

  /** {@code ?stream=sub}; anything else is the main stream. */
  private static StreamKind kind(Session session) {
    return session.getRequestParameterMap().getOrDefault("stream", List.of("main")).stream()
            .anyMatch("sub"::equalsIgnoreCase)
        ? StreamKind.SUB
        : StreamKind.MAIN;
  }

  private static void refuse(Session session, int code, String why) throws IOException {
    session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), why));
  }
}
