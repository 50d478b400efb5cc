package org.lynceus.simulator.onvif;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.onvif.PtzHead.Position;

/** What one camera knows of itself: its login, its clock, its quirks and where it looks. */
final class OnvifCamera {
  final int number;
  final int width;
  final int height;
  final PtzHead head;
  final HeadTours tours;
  final Lens lens;
  final Relays relays;
  final Encoders encoders;
  final Overlays overlays = new Overlays();
  final Map<String, Boolean> auxiliary = new ConcurrentSkipListMap<>();
  final TokenGuard tokens = new TokenGuard();
  volatile Set<Quirk> quirks = Set.of();
  volatile Duration skew = Duration.ZERO;
  volatile @Nullable String password;
  volatile String timeServer = "";
  volatile boolean ntp = true;
  volatile String firmware = "1.0";
  volatile String hostname;
  volatile String gateway = "192.168.1.1";
  volatile String nameServer = "";
  volatile String inside;
  volatile boolean dhcp;
  final Map<String, Account> accounts = new ConcurrentSkipListMap<>();
  final AtomicInteger reboots = new AtomicInteger();
  private final Clock clock;
  private volatile Instant away = Instant.MIN;

  /** An account beside the one of every camera. */
  record Account(String password, String level) {
    @Override
    public String toString() {
      return "Account[level=" + level + "]";
    }
  }

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
    this.width = width;
    this.height = height;
    this.password = password;
    this.clock = clock;
    this.head = new PtzHead(clock);
    this.tours = new HeadTours(head, clock);
    this.lens = new Lens(clock);
    this.relays = new Relays(events, timer);
    this.encoders = new Encoders(codec, width, height);
    this.hostname = "camera-" + number;
    this.inside = "192.168.1." + (100 + number);
    accounts.put("viewer", new Account("viewer of " + number, "User"));
  }

  /** Answers nothing for so long. */
  void leave(Duration time) {
    away = clock.instant().plus(time);
  }

  boolean isAway() {
    return clock.instant().isBefore(away);
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
    tours.refresh();
    Position at = head.position();
    return String.format(
        java.util.Locale.ROOT,
        "{\"pan\":%.4f,\"tilt\":%.4f,\"zoom\":%.4f,\"moving\":%b,\"reboots\":%d,\"tour\":\"%s\",\"auxiliary\":%s,\"firmware\":\"%s\"}",
        at.pan(),
        at.tilt(),
        at.zoom(),
        head.moving(),
        reboots.get(),
        tours.state(),
        auxiliary.entrySet().stream()
            .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
            .collect(Collectors.joining(",", "{", "}")),
        firmware);
  }
}
