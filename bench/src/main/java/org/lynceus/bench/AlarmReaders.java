package org.lynceus.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Readers of the stream, as browsers are. The first one notes how long after its event was sent an
 * alarm arrives; all count what they get.
 */
final class AlarmReaders {
  private static final Pattern PART = Pattern.compile("\"part\":\"external Bench: (\\w+)\"");

  private final BenchCaller caller;
  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final Queue<Double> delays = new ConcurrentLinkedQueue<>();
  private final AtomicLong heard = new AtomicLong();
  private final List<Thread> threads = new ArrayList<>();

  AlarmReaders(BenchCaller caller) {
    this.caller = caller;
  }

  /** The event of this part is about to be sent. */
  void sends(String part) {
    sent.put(part, System.nanoTime());
  }

  void join(int readers) {
    for (int i = 0; i < readers; i++) {
      boolean notes = threads.isEmpty();
      Thread reader = new Thread(() -> read(notes), "reader-" + threads.size());
      reader.setDaemon(true);
      threads.add(reader);
      reader.start();
    }
  }

  private void read(boolean notes) {
    try (Stream<String> lines = caller.lines("/stream")) {
      lines.forEach(
          line -> {
            Matcher part = PART.matcher(line);
            while (part.find()) {
              heard.incrementAndGet();
              Long began = notes ? sent.remove(part.group(1)) : null;
              if (began != null) {
                delays.add((System.nanoTime() - began) / 1e6);
              }
            }
          });
    } catch (IOException | InterruptedException e) {
      System.err.println("a reader ended: " + e);
    }
  }

  /** How many alarms all readers got; an alarm that changed counts again. */
  long heard() {
    return heard.get();
  }

  /** Figures of the alarms that came since this was asked last, and how many are still awaited. */
  String delays() {
    double[] all = delays.stream().mapToDouble(Double::doubleValue).toArray();
    delays.clear();
    return all.length == 0
        ? "no alarm came"
        : all.length + " alarms, " + FleetBench.figures(all) + ", " + sent.size() + " not yet";
  }
}
