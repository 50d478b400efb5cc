package org.lynceus.media.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers the first request of each connection with fixed bytes and then only listens. */
public final class HostileServer implements AutoCloseable {
  private final ServerSocket server;
  private final byte[] answer;
  private final AtomicInteger connections = new AtomicInteger();

  public HostileServer(String answer) throws IOException {
    this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
    this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    start(this::accept);
  }

  public URI url() {
    return URI.create("rtsp://127.0.0.1:" + server.getLocalPort() + "/x");
  }

  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "hostile-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        start(() -> answer(socket));
      } catch (IOException closed) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  private void answer(Socket socket) {
    byte[] request = new byte[4096];
    try (socket) {
      int count = socket.getInputStream().read(request);
      socket.getOutputStream().write(answer);
      while (count >= 0) {
        count = socket.getInputStream().read(request);
      }
    } catch (IOException gone) {
      // The client closed the connection, as it should.
    }
  }
}
