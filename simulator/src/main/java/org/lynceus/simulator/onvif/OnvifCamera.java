package org.lynceus.simulator.onvif;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.onvif.PtzHead.Position;

/** What one camera knows of itself: its login, its clock, its quirks and where it looks. */
final class OnvifCamera {
  final int number;
  final String codec;
  final int width;
  final int height;
  final PtzHead head;
  final TokenGuard tokens = new TokenGuard();
  volatile Set<Quirk> quirks = Set.of();
  volatile Duration skew = Duration.ZERO;
  volatile @Nullable String password;
  volatile String timeServer = "";
  volatile boolean ntp = true;
  final AtomicInteger reboots = new AtomicInteger();
  private final Clock clock;

  final PullPoints events;
  private final String root;

  /**
   * A camera.
   *
   * @param root address of the server, for example {@code http://127.0.0.1:8556}
   */
  OnvifCamera(
      int number,
      String codec,
      int width,
      int height,
      @Nullable String password,
      String root,
      Clock clock,
      ScheduledExecutorService timer) {
    this.root = root;
    this.events = new PullPoints(this, timer);
    this.number = number;
    this.codec = codec;
    this.width = width;
    this.height = height;
    this.password = password;
    this.clock = clock;
    this.head = new PtzHead(clock);
  }

  boolean has(Quirk quirk) {
    return quirks.contains(quirk);
  }

  /** Where it says that a service is. */
  String address(String service) {
    String told =
        has(Quirk.EMPTY_HOST) ? "http://" : has(Quirk.INNER_HOST) ? "http://192.168.1.108" : root;
    return told + "/onvif/" + number + "/" + service;
  }

  /** The time on the camera's clock. */
  Instant now() {
    return clock.instant().plus(skew);
  }

  /** The time it tells. */
  Instant told() {
    return has(Quirk.LOCAL_TIME_AS_UTC) ? now().plus(Duration.ofHours(8)) : now();
  }

  String status() {
    Position at = head.position();
    return String.format(
        java.util.Locale.ROOT,
        "{\"pan\":%.4f,\"tilt\":%.4f,\"zoom\":%.4f,\"moving\":%b,\"reboots\":%d}",
        at.pan(),
        at.tilt(),
        at.zoom(),
        head.moving(),
        reboots.get());
  }
}
