package org.lynceus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One way to record cameras, as processes to be started and measured. */
enum Way {
  FLOOR("read and write (C)"),
  ENGINE("engine, SHA-256"),
  PLAIN("engine, no digest"),
  FFMPEG("ffmpeg per camera");

  private final String title;

  Way(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Starts the recording of cameras 1 to n at a port into a directory. */
  List<Process> start(Tools tools, int port, int cameras, Path directory) throws IOException {
    return switch (this) {
      case FLOOR ->
          List.of(
              tools.start(
                  List.of(tools.floor().toString(), "" + port, "" + cameras, "" + directory)));
      case ENGINE -> engine(tools, port, cameras, directory, "digests");
      case PLAIN -> engine(tools, port, cameras, directory, "plain");
      case FFMPEG -> ffmpegs(tools, port, cameras, directory);
    };
  }

  private static List<Process> engine(
      Tools tools, int port, int cameras, Path directory, String digests) throws IOException {
    List<String> arguments = List.of("" + port, "" + cameras, "" + directory, digests);
    return List.of(tools.java(EngineSubject.class, arguments));
  }

  private static List<Process> ffmpegs(Tools tools, int port, int cameras, Path directory)
      throws IOException {
    List<Process> processes = new ArrayList<>();
    for (int i = 1; i <= cameras; i++) {
      processes.add(
          tools.start(
              List.of(
                  tools.ffmpeg().toString(),
                  "-v",
                  "error",
                  "-nostdin",
                  "-rtsp_transport",
                  "tcp",
                  "-i",
                  "rtsp://127.0.0.1:" + port + "/camera/" + i,
                  "-c",
                  "copy",
                  "-f",
                  "segment",
                  "-segment_time",
                  "60",
                  "-reset_timestamps",
                  "1",
                  directory.resolve("camera-" + i + "-%03d.mp4").toString())));
    }
    return processes;
  }
}
