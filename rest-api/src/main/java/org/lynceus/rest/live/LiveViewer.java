package org.lynceus.rest.live;

import jakarta.json.JsonObjectBuilder;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.engine.LiveMessage;
import org.lynceus.media.engine.LiveSubscription;
import org.lynceus.shared.Json;

/**
 * One live viewer: takes message after message from its subscription and sends it when the one
 * before has left. At most one send is under way; what waits, waits in the subscription's bounded
 * queue, which leaves out frames of a slow viewer.
 */
final class LiveViewer {
  private static final Logger LOG = System.getLogger(LiveViewer.class.getName());

  private static final int LYAU = 0x6c796175;

  private final Session session;
  private final Executor executor;
  private @Nullable LiveSubscription subscription;
  private @Nullable ByteBuffer afterText;
  private @Nullable String announced;
  private boolean busy;
  private boolean closed;

  LiveViewer(Session session, Executor executor) {
    this.session = session;
    this.executor = executor;
  }

  synchronized void start(LiveSubscription source) {
    if (closed) {
      source.close();
      return;
    }
    subscription = source;
    wake();
  }

  /** Called by engine threads when there is something to send; returns at once. */
  void wake() {
    try {
      executor.execute(this::next);
    } catch (RejectedExecutionException e) {
      stop();
    }
  }

  /** Ends the subscription; safe to call more than once. */
  synchronized void stop() {
    closed = true;
    if (subscription != null) {
      subscription.close();
      subscription = null;
    }
  }

  private synchronized void next() {
    if (busy || closed || subscription == null) {
      return;
    }
    ByteBuffer binary = afterText;
    if (binary != null) {
      afterText = null;
      busy = true;
      session.getAsyncRemote().sendBinary(binary, sent());
      return;
    }
    LiveMessage message = subscription.poll();
    if (message != null) {
      busy = true;
      send(message);
    }
  }

  private void send(LiveMessage message) {
    if (message instanceof LiveMessage.Fragment fragment) {
      session.getAsyncRemote().sendBinary(fragment.bytes(), sent());
    } else if (message instanceof LiveMessage.Audio audio) {
      send(audio);
    } else if (message instanceof LiveMessage.Init init) {
      afterText = init.bytes();
      text(
          Json.createObjectBuilder()
              .add("type", "init")
              .add("mime", init.mime())
              .add("width", init.width())
              .add("height", init.height()));
    } else if (message instanceof LiveMessage.State state) {
      text(state(state));
    } else if (message instanceof LiveMessage.Dropped dropped) {
      text(Json.createObjectBuilder().add("type", "dropped").add("frames", dropped.frames()));
    }
  }

  /** Announces the codec before its first samples and whenever it changes. */
  private void send(LiveMessage.Audio audio) {
    ByteBuffer box = box(audio);
    String codec = audio.codec() + "/" + audio.rate();
    if (codec.equals(announced)) {
      session.getAsyncRemote().sendBinary(box, sent());
      return;
    }
    announced = codec;
    afterText = box;
    text(
        Json.createObjectBuilder()
            .add("type", "audio")
            .add("codec", audio.codec())
            .add("rate", audio.rate()));
  }

  private static ByteBuffer box(LiveMessage.Audio audio) {
    ByteBuffer samples = audio.bytes().duplicate();
    int size = 16 + samples.remaining();
    return ByteBuffer.allocate(size)
        .putInt(size)
        .putInt(LYAU)
        .putLong(audio.decodeTimeMicros())
        .put(samples)
        .flip();
  }

  private static JsonObjectBuilder state(LiveMessage.State state) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("type", "state").add("state", state.state().name());
    Fault fault = state.fault();
    if (fault != null) {
      json.add(
          "reason",
          Json.createObjectBuilder().add("code", fault.code().word()).add("text", fault.text()));
    }
    return json;
  }

  private void text(JsonObjectBuilder json) {
    session.getAsyncRemote().sendText(json.build().toString(), sent());
  }

  private SendHandler sent() {
    return result -> {
      if (result.isOK()) {
        synchronized (this) {
          busy = false;
        }
        wake();
      } else {
        LOG.log(Level.DEBUG, "A live viewer went away", result.getException());
        stop();
        close();
      }
    };
  }

  private void close() {
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "cannot send"));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "Closing a live viewer failed", e);
    }
  }
}
