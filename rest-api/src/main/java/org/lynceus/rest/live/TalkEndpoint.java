package org.lynceus.rest.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
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
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.live.talk.Talk;
import org.lynceus.live.talk.Talks;
import org.lynceus.media.rtsp.TalkCodec;
import org.lynceus.shared.Executors;
import org.lynceus.shared.Json;
import org.lynceus.shared.Reason;
import org.lynceus.user.Function;

/**
 * Talking to a camera. The client sends binary messages of one to six frames of 20 ms: 160 samples
 * of 16 bits, little-endian, 8000 a second; what it sends before the camera listens is kept for
 * half a second. The server sends the JSON text {@code open} with the codec once the camera listens
 * and {@code ended} with the reason, and the holder where somebody else talks, and then closes.
 * Closes with 1003 for anything else than speech, with 4403 when the right to talk was taken away,
 * with 4401 and the reason when the talker was signed out, with 1000 otherwise. Who may talk is
 * checked by {@link LiveGate} and then by {@link LiveViewers}.
 */
@ServerEndpoint(value = "/v1/channels/{id}/talk", configurator = LiveHandshake.class)
public class TalkEndpoint {
  private static final Logger LOG = System.getLogger(TalkEndpoint.class.getName());
  private static final int MOST_FRAMES = 6;
  private static final int LONGEST_MESSAGE = MOST_FRAMES * 320;

  @Inject private Talks talks;
  @Inject private LiveViewers viewers;

  @Resource(lookup = Executors.WORK)
  private ManagedExecutorService executor;

  private @Nullable Talk talk;

  @OnOpen
  public void open(Session session, @PathParam("id") String id) throws IOException {
    session.setMaxBinaryMessageBufferSize(LONGEST_MESSAGE);
    session.setMaxTextMessageBufferSize(1024);
    session.setMaxIdleTimeout(0);
    Principal talker = session.getUserPrincipal();
    if (talker == null) {
      end(session, CloseReason.CloseCodes.VIOLATED_POLICY);
      return;
    }
    UUID channel = UUID.fromString(id);
    Talk begun = talks.talk(channel, talker.getName(), new Told(session));
    talk = begun;
    viewers.opened(session, talker, channel, Function.LIVE_TALK);
    executor.execute(() -> talks.carryOut(begun));
  }

  @OnMessage
  public void speech(Session session, ByteBuffer bytes) throws IOException {
    if (talk != null && !talk.say(bytes)) {
      end(session, CloseReason.CloseCodes.CANNOT_ACCEPT);
    }
  }

  @OnClose
  public void closed(Session session) {
    viewers.closed(session);
    if (talk != null) {
      talk.hangUp();
    }
  }

  @OnError
  public void failed(Throwable problem) {
    LOG.log(Level.DEBUG, "A talker failed", problem);
    if (talk != null) {
      talk.hangUp();
    }
  }

  private static void end(Session session, CloseReason.CloseCode code) throws IOException {
    session.close(new CloseReason(code, ""));
  }

  /** Tells the talker how it goes, from the thread of the talk. */
  private record Told(Session session) implements Talk.Listener {
    @Override
    public void open(TalkCodec codec) {
      send(Json.createObjectBuilder().add("type", "open").add("codec", codec.name()));
    }

    @Override
    public void ended(@Nullable Reason reason, @Nullable String holder) {
      JsonObjectBuilder json = Json.createObjectBuilder().add("type", "ended");
      if (reason != null) {
        json.add(
            "reason",
            Json.createObjectBuilder().add("code", reason.code()).add("text", reason.text()));
      }
      if (holder != null) {
        json.add("holder", holder);
      }
      send(json);
      try {
        end(session, CloseReason.CloseCodes.NORMAL_CLOSURE);
      } catch (IOException | IllegalStateException gone) {
        LOG.log(Level.DEBUG, "A talker was gone already", gone);
      }
    }

    private void send(JsonObjectBuilder json) {
      try {
        if (session.isOpen()) {
          session.getBasicRemote().sendText(json.build().toString());
        }
      } catch (IOException | IllegalStateException gone) {
        LOG.log(Level.DEBUG, "A talker was gone already", gone);
      }
    }
  }
}
