package org.lynceus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lynceus.simulator.clip.Clip;
import org.lynceus.simulator.rtsp.RtspOptions;
import org.lynceus.simulator.rtsp.RtspServer;

/**
 * The cameras of a measurement, in a process of their own: the simulator's RTSP server with one
 * clip for all. Prints {@code port <n>}; ends when its input ends.
 */
final class CameraServer {
  private CameraServer() {}

  /** Arguments: the clip and the number of cameras. */
  public static void main(String[] arguments) throws IOException {
    Clip clip = Clip.read(Path.of(arguments[0]));
    List<Clip> clips = Collections.nCopies(Integer.parseInt(arguments[1]), clip);
    RtspOptions options = new RtspOptions(0, "none", null, Duration.ofMinutes(1));
    try (RtspServer server = new RtspServer(options, clips, Clock.systemUTC(), new Random())) {
      server.start();
      System.out.println("port " + server.port());
      while (System.in.read() >= 0) {
        continue;
      }
    }
  }
}
