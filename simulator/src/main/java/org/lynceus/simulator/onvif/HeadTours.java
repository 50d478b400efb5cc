package org.lynceus.simulator.onvif;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tours from preset to preset: the head jumps there when the time of a stop is over. A movement by
 * hand ends the tour under way.
 */
final class HeadTours {
  private static final int MOST = 4;
  private final PtzHead head;
  private final Clock clock;
  private final Map<String, Tour> tours = new LinkedHashMap<>();
  private String running = "";
  private boolean paused;
  private Instant since;
  private int made;

  HeadTours(PtzHead head, Clock clock) {
    this.head = head;
    this.clock = clock;
    this.since = clock.instant();
  }

  private record Tour(String name, List<Stop> stops) {}

  private record Stop(String preset, String speed, Duration stay) {}

  /** Null: no such operation, no such tour, or no more room. */
  synchronized @Nullable String answer(SoapRequest request) {
    String token = request.text("PresetTourToken");
    switch (request.operation()) {
      case "GetPresetTours" -> {
        return tours.entrySet().stream()
            .map(tour -> described(tour.getKey(), tour.getValue()))
            .collect(Collectors.joining());
      }
      case "CreatePresetTour" -> {
        if (tours.size() == MOST) {
          return null;
        }
        String key = "tour-" + ++made;
        tours.put(key, new Tour("", List.of()));
        return "<tptz:PresetTourToken>" + key + "</tptz:PresetTourToken>";
      }
      case "ModifyPresetTour" -> {
        return modify(request) ? "" : null;
      }
      case "RemovePresetTour" -> {
        interrupt();
        return tours.remove(token) == null ? null : "";
      }
      case "OperatePresetTour" -> {
        return operate(token, request.text("Operation")) ? "" : null;
      }
      default -> {
        return null;
      }
    }
  }

  private boolean modify(SoapRequest request) {
    String token = request.attribute("PresetTour", "token");
    List<Stop> stops = new ArrayList<>();
    for (SoapRequest spot : request.all("TourSpot")) {
      if (!head.presets().containsKey(spot.text("PresetToken"))) {
        return false;
      }
      stops.add(
          new Stop(
              spot.text("PresetToken"),
              spot.attribute("PanTilt", "x"),
              Duration.parse(spot.text("StayTime"))));
    }
    return tours.replace(token, new Tour(request.text("Name"), List.copyOf(stops))) != null;
  }

  private boolean operate(String token, String act) {
    Tour tour = tours.get(token);
    if (tour == null || tour.stops.isEmpty()) {
      return false;
    }
    refresh();
    paused = act.equals("Pause");
    running = act.equals("Stop") ? "" : token;
    if (act.equals("Start")) {
      since = clock.instant();
    }
    refresh();
    return true;
  }

  /** Somebody moves the head. */
  synchronized void interrupt() {
    refresh();
    running = "";
  }

  /** Brings the head to where the tour is by now. */
  synchronized void refresh() {
    Tour tour = tours.get(running);
    if (tour == null || paused) {
      return;
    }
    long round = tour.stops.stream().mapToLong(stop -> stop.stay.toMillis()).sum();
    long at = Duration.between(since, clock.instant()).toMillis() % Math.max(1, round);
    for (Stop stop : tour.stops) {
      at -= stop.stay.toMillis();
      if (at < 0) {
        head.goTo(stop.preset);
        return;
      }
    }
  }

  synchronized String state() {
    return running.isEmpty() ? "Idle" : paused ? "Paused" : "Touring";
  }

  private String described(String token, Tour tour) {
    String state = running.equals(token) ? state() : "Idle";
    StringBuilder text =
        new StringBuilder(
            "<tptz:PresetTour token=\"%s\"><tt:Name>%s</tt:Name><tt:Status><tt:State>%s</tt:State></tt:Status><tt:AutoStart>false</tt:AutoStart>"
                .formatted(token, PtzAnswers.escape(tour.name), state));
    for (Stop stop : tour.stops) {
      text.append(
          ("<tt:TourSpot><tt:PresetDetail><tt:PresetToken>%1$s</tt:PresetToken></tt:PresetDetail><tt:Speed>"
                  + "<tt:PanTilt x=\"%2$s\" y=\"%2$s\"/></tt:Speed><tt:StayTime>%3$s</tt:StayTime></tt:TourSpot>")
              .formatted(stop.preset, stop.speed, stop.stay));
    }
    return text.append("</tptz:PresetTour>").toString();
  }
}
