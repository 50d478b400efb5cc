package org.lynceus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CPU time and memory of processes as Linux accounts them. */
final class ProcessUsage {
  private static final double TICKS_PER_SECOND = 100;

  private ProcessUsage() {}

  /** User and system time of the processes so far, in seconds (fields 14 and 15 of stat). */
  static double cpuSeconds(List<Process> processes) throws IOException {
    double seconds = 0;
    for (Process process : processes) {
      seconds += cpuSeconds(process.pid());
    }
    return seconds;
  }

  /** The same of one process. */
  static double cpuSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  /** Proportional set size of the processes together, in MB. */
  static double pssMegabytes(List<Process> processes) throws IOException {
    long kilobytes = 0;
    for (Process process : processes) {
      for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
        if (line.startsWith("Pss:")) {
          kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    }
    return kilobytes / 1000.0;
  }
}
