package org.lynceus.simulator.onvif;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The moving head of a camera: positions -1 to 1 (zoom 0 to 1), at full speed half the range in two
 * seconds. A move ends at the edge of the range, by a stop, or by its timeout.
 */
final class PtzHead {
  private static final double RANGE_PER_SECOND = 0.5;
  private static final double HALF_WIDTH = 0.18;
  private static final double HALF_HEIGHT = 0.2;
  private static final double MAGNIFIED = 25;

  private final Clock clock;
  private final Map<String, Preset> presets = new LinkedHashMap<>();
  private Position position = new Position(0, 0, 0);
  private Position home = position;
  private Position speed = new Position(0, 0, 0);
  private Instant since;
  private Instant until;
  private int kept;

  PtzHead(Clock clock) {
    this.clock = clock;
    this.since = clock.instant();
    this.until = since;
  }

  /** Where it looks, or how fast it moves. */
  record Position(double pan, double tilt, double zoom) {
    private Position limited() {
      return new Position(within(pan, -1), within(tilt, -1), within(zoom, 0));
    }

    private static double within(double value, double least) {
      return Math.max(least, Math.min(1, value));
    }

    Position plus(Position other, double times) {
      return new Position(
              pan + other.pan * times, tilt + other.tilt * times, zoom + other.zoom * times)
          .limited();
    }
  }

  /** A kept position. */
  record Preset(String token, String name, Position position) {}

  synchronized Position position() {
    Instant now = clock.instant();
    Instant end = now.isBefore(until) ? now : until;
    if (end.isAfter(since)) {
      double seconds = Duration.between(since, end).toNanos() / 1e9;
      position = position.plus(speed, seconds * RANGE_PER_SECOND);
    }
    since = now;
    return position;
  }

  synchronized boolean moving() {
    return clock.instant().isBefore(until) && !speed.equals(new Position(0, 0, 0));
  }

  synchronized void move(Position wanted, Duration timeout) {
    position();
    speed = wanted;
    until = since.plus(timeout);
  }

  synchronized void stop() {
    position();
    until = since;
  }

  synchronized void go(Position wanted) {
    stop();
    position = wanted.limited();
  }

  synchronized void turn(Position by) {
    stop();
    position = position.plus(by, 1);
  }

  /** Turns by parts of the picture (1: to its edge), which the closer covers the less. */
  synchronized void turnInView(Position by) {
    double closer = 1 + position().zoom() * (MAGNIFIED - 1);
    turn(new Position(by.pan() * HALF_WIDTH / closer, by.tilt() * HALF_HEIGHT / closer, by.zoom()));
  }

  synchronized void goHome() {
    go(home);
  }

  synchronized void setHome() {
    home = position();
  }

  synchronized Map<String, Preset> presets() {
    return new LinkedHashMap<>(presets);
  }

  /** Keeps where it looks under a name; a known token is overwritten. */
  synchronized String keep(String token, String name) {
    String key = presets.containsKey(token) ? token : "preset-" + ++kept;
    presets.put(key, new Preset(key, name, position()));
    return key;
  }

  synchronized boolean goTo(String token) {
    Optional<Preset> preset = Optional.ofNullable(presets.get(token));
    preset.ifPresent(one -> go(one.position()));
    return preset.isPresent();
  }

  synchronized boolean forget(String token) {
    return presets.remove(token) != null;
  }
}
