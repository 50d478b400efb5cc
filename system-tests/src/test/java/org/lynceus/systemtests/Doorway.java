package org.lynceus.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of its own in front of another one, which a test can shut and open again. */
final class Doorway implements AutoCloseable {
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket door;
  final int port;

  Doorway(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = door.getLocalPort();
    serve(door);
  }

  /** Refuses connections from now on and ends those that stand. */
  void shut() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  void openAgain() throws IOException {
    door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    serve(door);
  }

  @Override
  public void close() throws IOException {
    shut();
  }

  private void serve(ServerSocket from) {
    start(
        () -> {
          while (!from.isClosed()) {
            try {
              Socket client = from.accept();
              Socket device = new Socket(InetAddress.getLoopbackAddress(), target);
              open.add(client);
              open.add(device);
              start(() -> copy(client, device));
              start(() -> copy(device, client));
            } catch (IOException e) {
              if (!from.isClosed()) {
                throw new UncheckedIOException(e);
              }
            }
          }
        });
  }

  private void copy(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // One side went away: so does the other.
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "doorway");
    thread.setDaemon(true);
    thread.start();
  }
}
