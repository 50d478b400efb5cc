package org.lynceus.simulator.rtsp;

import java.util.function.Consumer;
import org.lynceus.simulator.clip.Clip;

/** What a test or a demonstration may do to a camera. Carried out by the server's thread. */
public final class CameraAct {
  private final Consumer<Camera> act;

  private CameraAct(Consumer<Camera> act) {
    this.act = act;
  }

  /** Breaks its connections; until it is online again requests for it get no answer. */
  public static CameraAct offline() {
    return new CameraAct(Camera::goOffline);
  }

  /** Answers and sends again. */
  public static CameraAct online() {
    return new CameraAct(
        camera -> {
          camera.flap(0, 0, System.nanoTime());
          camera.offline = false;
          camera.frozen = false;
        });
  }

  /** Stays connected and answers, but sends no media. */
  public static CameraAct freeze() {
    return new CameraAct(camera -> camera.frozen = true);
  }

  /** Is online and offline in turns until it is told to be online. */
  public static CameraAct flap(long secondsOn, long secondsOff) {
    if (secondsOn < 1 || secondsOff < 1) {
      throw new IllegalArgumentException("at least a second each");
    }
    return new CameraAct(camera -> camera.flap(secondsOn, secondsOff, System.nanoTime()));
  }

  /** Sends over another network, or accepts other transports, from now on. */
  public static CameraAct network(Network network) {
    return new CameraAct(camera -> camera.network = network);
  }

  /** Shows another video from the next key frame on, in the same stream. */
  public static CameraAct change(Clip clip) {
    return new CameraAct(camera -> camera.change(clip));
  }

  /** Breaks its connections and shows another video to whoever comes then. */
  public static CameraAct restart(Clip clip) {
    return new CameraAct(camera -> camera.restart(clip));
  }

  /** Asks for another password from the next request on. */
  public static CameraAct password(String user, String password) {
    return new CameraAct(
        camera ->
            camera.login =
                new Camera.Login(camera.login == null ? user : camera.login.user(), password));
  }

  void apply(Camera camera) {
    act.accept(camera);
  }
}
