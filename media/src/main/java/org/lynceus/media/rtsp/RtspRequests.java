package org.lynceus.media.rtsp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;

/** Writes requests, answers and interleaved packets into one bounded queue of bytes. */
final class RtspRequests {
  private static final int MOST = 65_536;

  private final ByteArrayOutputStream queue = new ByteArrayOutputStream(512);
  private int sequence;

  void send(String method, String target, String headers) {
    text(
        method
            + " "
            + target
            + " RTSP/1.0\r\nCSeq: "
            + ++sequence
            + "\r\nUser-Agent: Lynceus\r\n"
            + headers
            + "\r\n");
  }

  /** Declines a request of the server. */
  void answer(@Nullable String cseq) throws FaultException {
    if (cseq == null || !cseq.matches("\\d{1,10}") || queue.size() > MOST) {
      throw new FaultException(
          FaultCode.MALFORMED, "The camera sends RTSP requests that cannot be answered");
    }
    text("RTSP/1.0 501 Not Implemented\r\nCSeq: " + cseq + "\r\n\r\n");
  }

  void interleaved(int channel, ByteBuffer packet) {
    if (queue.size() > MOST) {
      return;
    }
    queue.write('$');
    queue.write(channel);
    queue.write(packet.remaining() >>> 8);
    queue.write(packet.remaining());
    while (packet.hasRemaining()) {
      queue.write(packet.get());
    }
  }

  @Nullable ByteBuffer take() {
    if (queue.size() == 0) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(queue.toByteArray());
    queue.reset();
    return bytes;
  }

  private void text(String text) {
    queue.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
