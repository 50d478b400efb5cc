package org.lynceus.simulator.onvif;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lens and picture settings of a camera. The focus runs from 0 (near) to 1 (far), at speed 1 in
 * four seconds, until it is stopped or at its end; in mode AUTO it is at 0.5 and does not move by
 * hand.
 */
final class Lens {
  private static final double RANGE_PER_SECOND = 0.25;
  private static final Map<String, String> AT_FIRST =
      Map.of(
          "Brightness", "50",
          "Contrast", "50",
          "ColorSaturation", "50",
          "Sharpness", "50",
          "IrCutFilter", "AUTO",
          "AutoFocusMode", "AUTO",
          "Mode", "AUTO",
          "Iris", "6");

  private final Clock clock;
  private final Map<String, String> settings = new TreeMap<>(AT_FIRST);
  private double focus = 0.5;
  private double speed;
  private Instant since;

  Lens(Clock clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  synchronized String get(String setting) {
    return settings.getOrDefault(setting, "");
  }

  /** Takes a setting as it is written; an empty one stays. */
  synchronized void set(String setting, String value) {
    if (!value.isEmpty()) {
      settings.put(setting, value);
      if (setting.equals("AutoFocusMode") && value.equals("AUTO")) {
        stop();
        focus = 0.5;
      }
    }
  }

  synchronized double focus() {
    Instant now = clock.instant();
    double moved = speed * RANGE_PER_SECOND * Duration.between(since, now).toNanos() / 1e9;
    since = now;
    focus = Math.max(0, Math.min(1, focus + moved));
    return focus;
  }

  /** Moves by hand, which ends the automatic mode, as many lenses do. */
  synchronized void move(double wanted) {
    focus();
    settings.put("AutoFocusMode", "MANUAL");
    speed = wanted;
  }

  synchronized void stop() {
    focus();
    speed = 0;
  }

  synchronized String status() {
    return settings.entrySet().stream()
        .map(one -> "\"%s\":\"%s\"".formatted(one.getKey(), one.getValue()))
        .collect(
            Collectors.joining(
                ",",
                String.format(Locale.ROOT, "{\"focus\":%.4f,\"focusing\":%b,", focus(), speed != 0),
                "}"));
  }
}
