package org.lynceus.live.talk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.rtsp.TalkCodec;
import org.lynceus.media.rtsp.TalkConnection;
import org.lynceus.shared.Reason;

/**
 * One talk from its claim to its end: what the microphone says waits here, at most half a second of
 * it, until the thread of the talk says it to the camera; older speech makes room, so that nobody
 * is heard late.
 */
public final class Talk {
  private static final int MOST_WAITING = 25;

  final UUID id;
  final UUID channel;
  final String user;
  final Listener listener;
  final BlockingQueue<short[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile boolean hungUp;

  /** Told how the talk goes, by its thread. */
  public interface Listener {
    /** The camera listens. */
    void open(TalkCodec codec);

    /**
     * It is over.
     *
     * @param reason null when the talker hung up
     * @param holder who talks to the camera instead
     */
    void ended(@Nullable Reason reason, @Nullable String holder);
  }

  Talk(UUID id, UUID channel, String user, Listener listener) {
    this.id = id;
    this.channel = channel;
    this.user = user;
    this.listener = listener;
  }

  /**
   * Takes frames of {@link TalkConnection#FRAME} samples, 16 bits little-endian; false: it is none.
   */
  public boolean say(ByteBuffer bytes) {
    int frame = TalkConnection.FRAME * 2;
    if (bytes.remaining() == 0 || bytes.remaining() % frame != 0) {
      return false;
    }
    ShortBuffer samples = bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    while (samples.hasRemaining()) {
      short[] one = new short[TalkConnection.FRAME];
      samples.get(one);
      while (!waiting.offer(one)) {
        waiting.poll();
      }
    }
    return true;
  }

  /** The talker has hung up, or went away. */
  public void hangUp() {
    hungUp = true;
  }

  boolean hungUp() {
    return hungUp;
  }
}
