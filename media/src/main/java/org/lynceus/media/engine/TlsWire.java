package org.lynceus.media.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * A conversation through TLS. The handshake goes on whenever the socket is read or written; its
 * expensive steps run on another thread, while the selector waits for nothing. On the loop's thread
 * but for those steps.
 */
final class TlsWire extends Wire {
  private final SSLEngine engine;
  private final Consumer<Runnable> expensive;
  private final ByteBuffer arrived;
  private final ByteBuffer leaving;
  private boolean busy;

  /**
   * Makes the wire; nothing is sent before the first write.
   *
   * @param expensive runs a step on another thread, and then what must follow on the loop's
   */
  TlsWire(SocketChannel channel, SSLEngine engine, Consumer<Runnable> expensive) {
    super(channel);
    this.engine = engine;
    this.expensive = expensive;
    this.arrived = ByteBuffer.allocate(2 * engine.getSession().getPacketBufferSize());
    this.leaving = ByteBuffer.allocate(2 * engine.getSession().getPacketBufferSize()).flip();
  }

  @Override
  int read(ByteBuffer into) throws IOException {
    int before = into.position();
    int count = channel.read(arrived);
    arrived.flip();
    boolean goOn = !busy;
    while (goOn) {
      SSLEngineResult result = engine.unwrap(arrived, into);
      goOn =
          result.getStatus() == SSLEngineResult.Status.OK
              && (result.bytesConsumed() > 0 || result.bytesProduced() > 0)
              && !stepped(result.getHandshakeStatus());
      if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
        count = -1;
        goOn = false;
      }
    }
    arrived.compact();
    handshake();
    return into.position() > before ? into.position() - before : Math.min(count, 0);
  }

  @Override
  void write(ByteBuffer from) throws IOException {
    boolean goOn = flush() && !busy;
    while (goOn) {
      leaving.clear();
      SSLEngineResult result = engine.wrap(from, leaving);
      leaving.flip();
      goOn =
          flush()
              && result.bytesProduced() > 0
              && !stepped(result.getHandshakeStatus())
              && result.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP
              && (from.hasRemaining() || result.getHandshakeStatus() == HandshakeStatus.NEED_WRAP);
    }
  }

  @Override
  int interest(boolean moreToWrite) {
    if (busy) {
      return 0;
    }
    boolean waitsForPeer = engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP;
    boolean write = leaving.hasRemaining() || moreToWrite && !waitsForPeer;
    return SelectionKey.OP_READ | (write ? SelectionKey.OP_WRITE : 0);
  }

  private void handshake() throws IOException {
    if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      write(ByteBuffer.allocate(0));
    }
  }

  /** Hands expensive steps to another thread; whether it did. */
  private boolean stepped(HandshakeStatus status) {
    if (status != HandshakeStatus.NEED_TASK) {
      return false;
    }
    busy = true;
    expensive.accept(
        () -> {
          for (Runnable task = engine.getDelegatedTask();
              task != null;
              task = engine.getDelegatedTask()) {
            task.run();
          }
        });
    return true;
  }

  /** The expensive step is done; a read and a write must follow. */
  void stepDone() {
    busy = false;
  }

  /** Whether everything left. */
  private boolean flush() throws IOException {
    if (leaving.hasRemaining()) {
      channel.write(leaving);
    }
    return !leaving.hasRemaining();
  }
}
