package org.lynceus.media;

/** How a stream's media travels from the camera to the engine. */
public enum StreamTransport {
  /** Inside the RTSP connection; over UDP when the camera refuses that (status 461). */
  AUTO,
  /** Inside the RTSP connection only. */
  TCP,
  /** Over UDP only. */
  UDP
}
