package org.lynceus.simulator.rtsp;

import java.util.List;
import java.util.function.Consumer;

/** What a test or a demonstration may do to a camera. Carried out by the server's thread. */
public final class CameraAct {
  private final Consumer<Camera> act;

  private CameraAct(Consumer<Camera> act) {
    this.act = act;
  }

  /** Breaks its connections; until it is online again requests for it get no answer. */
  public static CameraAct offline() {
    return new CameraAct(
        camera -> {
          camera.offline = true;
          List.copyOf(camera.viewers).forEach(RtspConnection::close);
        });
  }

  /** Answers and sends again. */
  public static CameraAct online() {
    return new CameraAct(
        camera -> {
          camera.offline = false;
          camera.frozen = false;
        });
  }

  /** Stays connected and answers, but sends no media. */
  public static CameraAct freeze() {
    return new CameraAct(camera -> camera.frozen = true);
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
