package org.lynceus.media.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** The bytes of a conversation over a connected socket, as they are. */
class Wire {
  final SocketChannel channel;

  Wire(SocketChannel channel) {
    this.channel = channel;
  }

  /** Adds what came at the buffer's position; returns how much, -1 at the end. */
  int read(ByteBuffer into) throws IOException {
    return channel.read(into);
  }

  /** Sends what can be sent now; what stays in the buffer waits for a writable socket. */
  void write(ByteBuffer from) throws IOException {
    channel.write(from);
  }

  /** What the selector should wait for. */
  int interest(boolean moreToWrite) {
    return SelectionKey.OP_READ | (moreToWrite ? SelectionKey.OP_WRITE : 0);
  }
}
