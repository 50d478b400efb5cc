package org.lynceus.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lynceus.simulator.clip.Clip;
import org.lynceus.simulator.onvif.OnvifServer;
import org.lynceus.simulator.rtsp.RtspOptions;
import org.lynceus.simulator.rtsp.RtspServer;

/**
 * The devices of {@link FleetBench}, in a process of their own: the simulator's ONVIF and RTSP
 * servers, and doors, which are ports in front of the ONVIF one that can be shut one by one. Prints
 * {@code ports <onvif> <rtsp> <door> ...}; shuts door i on a line {@code i}; ends with its input.
 */
final class FleetServer {
  private FleetServer() {}

  /** Arguments: the numbers of devices and of doors. */
  public static void main(String[] arguments) throws IOException {
    int devices = Integer.parseInt(arguments[0]);
    Clock clock = Clock.systemUTC();
    RtspOptions options = new RtspOptions(0, "none", null, Duration.ofMinutes(1));
    List<Clip> clips = Collections.nCopies(8, Clip.builtIn(1));
    try (RtspServer cameras = new RtspServer(options, clips, clock, new Random());
        OnvifServer onvif = new OnvifServer(0, cameras.port(), "none", clock, new Random())) {
      for (int i = 0; i < devices; i++) {
        onvif.add("H264", 1280, 720, null);
      }
      cameras.start();
      onvif.start();
      List<Door> doors = new ArrayList<>();
      StringBuilder ports = new StringBuilder("ports " + onvif.port() + " " + cameras.port());
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        Door door = new Door(onvif.port());
        doors.add(door);
        ports.append(' ').append(door.socket.getLocalPort());
      }
      System.out.println(ports);
      try (java.util.Scanner orders = new java.util.Scanner(System.in)) {
        while (orders.hasNextInt()) {
          doors.get(orders.nextInt()).shut();
        }
      }
    }
  }

  /** One port in front of another. */
  private static final class Door {
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    final ServerSocket socket;

    Door(int target) throws IOException {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      start(() -> serve(target));
    }

    void shut() throws IOException {
      socket.close();
      for (Socket each : open) {
        each.close();
      }
    }

    private void serve(int target) {
      while (!socket.isClosed()) {
        try {
          Socket client = socket.accept();
          Socket device = new Socket(InetAddress.getLoopbackAddress(), target);
          open.add(client);
          open.add(device);
          start(() -> copy(client, device));
          start(() -> copy(device, client));
        } catch (IOException e) {
          if (!socket.isClosed()) {
            System.err.println("a door failed: " + e);
          }
        }
      }
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
      Thread thread = new Thread(work, "door");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
