package org.lynceus.simulator;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.clip.Clip;
import org.lynceus.simulator.onvif.DiscoveryResponder;
import org.lynceus.simulator.onvif.OnvifServer;
import org.lynceus.simulator.registration.RegisteringDevices;
import org.lynceus.simulator.rtsp.CameraAct;
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
    OnvifServer onvif =
        new OnvifServer(
            settings.onvif(),
            cameras.port(),
            settings.user(),
            Clock.systemUTC(),
            new SecureRandom());
    for (int number = 1; number <= clips.size(); number++) {
      describe(
          onvif,
          number <= settings.cameras() ? "" : settings.extra().get(number - settings.cameras() - 1),
          settings.password());
    }
    ControlServer control =
        new ControlServer(settings.controlPort(), cameras, onvif, settings.user());
    onvif.onPassword(
        (camera, password) -> cameras.ask(camera, CameraAct.password(settings.user(), password)));
    onvif.onEncoder(new EncoderSwitch(cameras));
    RegisteringDevices dialling = new RegisteringDevices(Clock.systemUTC(), new SecureRandom());
    control.steer(dialling);
    dialling.start();
    cameras.start();
    onvif.start();
    control.start();
    if (settings.discoveryPort() >= 0) {
      new DiscoveryResponder(settings.discoveryPort(), onvif).start();
    }
    if (settings.tlsPort() >= 0) {
      String secret = Long.toHexString(new SecureRandom().nextLong() | 1L << 62);
      TlsFront secure = new TlsFront(settings.tlsPort(), cameras.port(), secret);
      secure.start();
      System.out.printf(
          "rtsps://127.0.0.1:%d with the certificate %s%n", secure.port(), secure.fingerprint());
    }
    System.out.printf(
        "%d cameras at rtsp://127.0.0.1:%d/camera/1..%d and %s/onvif/1/device_service,"
            + " control at http://127.0.0.1:%d/cameras%n",
        clips.size(), cameras.port(), clips.size(), onvif.root(), control.port());
  }

  /** What ONVIF tells of a camera's main stream: its own word, as with real cameras. */
  private static void describe(OnvifServer onvif, String kind, @Nullable String password) {
    switch (kind) {
      case "" -> onvif.add("H264", 1280, 720, password);
      case "h265" -> onvif.add("H265", 640, 360, password);
      case "mjpeg" -> onvif.add("MJPEG", 640, 360, password);
      default -> onvif.add("H264", 640, 360, password);
    }
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
