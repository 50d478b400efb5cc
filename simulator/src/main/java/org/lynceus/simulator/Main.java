package org.lynceus.simulator;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.simulator.clip.Clip;
import org.lynceus.simulator.rtsp.RtspOptions;
import org.lynceus.simulator.rtsp.RtspServer;

/**
 * Starts the virtual site and runs until it is ended by a signal; see {@link SimulatorSettings} for
 * its settings.
 */
public final class Main {
  private Main() {}

  /** Arguments as in {@link SimulatorSettings}. */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    SimulatorSettings settings = SimulatorSettings.of(System.getenv(), arguments);
    List<Clip> clips = clips(settings);
    RtspOptions options =
        new RtspOptions(
            settings.port(), settings.user(), settings.password(), Duration.ofMinutes(5));
    RtspServer cameras = new RtspServer(options, clips, Clock.systemUTC(), new SecureRandom());
    ControlServer control = new ControlServer(settings.controlPort(), cameras, settings.user());
    cameras.start();
    control.start();
    if (settings.tlsPort() >= 0) {
      String secret = Long.toHexString(new SecureRandom().nextLong() | 1L << 62);
      TlsFront secure = new TlsFront(settings.tlsPort(), cameras.port(), secret);
      secure.start();
      System.out.printf(
          "rtsps://127.0.0.1:%d with the certificate %s%n", secure.port(), secure.fingerprint());
    }
    System.out.printf(
        "%d cameras at rtsp://127.0.0.1:%d/camera/1..%d, control at http://127.0.0.1:%d/cameras%n",
        clips.size(), cameras.port(), clips.size(), control.port());
  }

  private static List<Clip> clips(SimulatorSettings settings) throws IOException {
    Clip own = settings.clip() == null ? null : Clip.read(settings.clip());
    List<Clip> builtIn = new ArrayList<>();
    List<Clip> clips = new ArrayList<>();
    for (int camera = 1; camera <= settings.cameras(); camera++) {
      if (own != null) {
        clips.add(own);
        continue;
      }
      if (builtIn.size() < 8) {
        builtIn.add(Clip.builtIn(camera));
      }
      clips.add(builtIn.get((camera - 1) % 8));
    }
    for (String kind : settings.extra()) {
      clips.add(
          switch (kind) {
            case "h265" -> Clip.h265();
            case "bframes" -> Clip.reordered();
            default -> Clip.jpeg();
          });
    }
    return clips;
  }
}
