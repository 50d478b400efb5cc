package org.lynceus.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port of its own in front of another one on this machine, which can be shut and opened again: a
 * device that goes away without its server knowing.
 */
public final class Doorway implements AutoCloseable {
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket door;
  private final int port;

  public Doorway(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = door.getLocalPort();
    serve(door);
  }

  public int port() {
    return port;
  }

  /** Refuses connections from now on and ends those that stand. */
  public void shut() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  public void openAgain() throws IOException {
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
