package org.lynceus.simulator.rtsp;

import org.jspecify.annotations.Nullable;

/**
 * What a camera is doing: number, whether it is offline or frozen, how many clients play it, its
 * audio codec (null: none).
 */
public record CameraStatus(
    int number, boolean offline, boolean frozen, int viewers, @Nullable String audio) {
  static CameraStatus of(Camera camera) {
    String audio = null;
    if (camera.clip.audio() != null) {
      audio = camera.clip.audio().payloadType() == 8 ? "PCMA" : "AAC";
    }
    return new CameraStatus(
        camera.number, camera.offline, camera.frozen, camera.viewers.size(), audio);
  }
}
