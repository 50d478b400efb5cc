package org.lynceus.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lynceus.simulator.Doorway;
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
      List<Doorway> doors = new ArrayList<>();
      StringBuilder ports = new StringBuilder("ports " + onvif.port() + " " + cameras.port());
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        Doorway door = new Doorway(onvif.port());
        doors.add(door);
        ports.append(' ').append(door.port());
      }
      System.out.println(ports);
      try (java.util.Scanner orders = new java.util.Scanner(System.in)) {
        while (orders.hasNextInt()) {
          doors.get(orders.nextInt()).shut();
        }
      }
    }
  }
}
