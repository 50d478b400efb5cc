package org.lynceus.simulator.onvif;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.onvif.PtzHead.Position;

/** The PTZ service's answers; null: the operation or its preset is not known. */
final class PtzAnswers {
  private static final Set<String> MOVES =
      Set.of("ContinuousMove", "RelativeMove", "AbsoluteMove", "GotoHomePosition", "GotoPreset");
  private static final Duration LONGEST_MOVE = Duration.ofSeconds(60);

  private PtzAnswers() {}

  static @Nullable String answer(OnvifCamera camera, SoapRequest request) {
    PtzHead head = camera.head;
    if (request.operation().contains("PresetTour")) {
      return camera.tours.answer(request);
    }
    String answer = HeadAnswers.answer(camera, request);
    if (answer != null) {
      return answer;
    }
    if (MOVES.contains(request.operation())) {
      camera.tours.interrupt();
    } else {
      camera.tours.refresh();
    }
    switch (request.operation()) {
      case "ContinuousMove" -> head.move(vector(request), timeout(request.text("Timeout")));
      case "RelativeMove" -> {
        if (request.attribute("PanTilt", "space").endsWith("/TranslationSpaceFov")) {
          head.turnInView(vector(request));
        } else {
          head.turn(vector(request));
        }
      }
      case "AbsoluteMove" -> head.go(vector(request));
      case "Stop" -> head.stop();
      case "GotoHomePosition" -> head.goHome();
      case "SetHomePosition" -> head.setHome();
      case "SetPreset" -> {
        return "<tptz:PresetToken>"
            + head.keep(request.text("PresetToken"), request.text("PresetName"))
            + "</tptz:PresetToken>";
      }
      case "GotoPreset" -> {
        return head.goTo(request.text("PresetToken")) ? "" : null;
      }
      case "RemovePreset" -> {
        return head.forget(request.text("PresetToken")) ? "" : null;
      }
      case "GetPresets" -> {
        return head.presets().values().stream()
            .map(PtzAnswers::preset)
            .collect(Collectors.joining());
      }
      case "GetStatus" -> {
        return "<tptz:PTZStatus><tt:Position>"
            + position(head.position())
            + "</tt:Position><tt:MoveStatus><tt:PanTilt>"
            + (head.moving() ? "MOVING" : "IDLE")
            + "</tt:PanTilt></tt:MoveStatus><tt:UtcTime>"
            + camera.now()
            + "</tt:UtcTime></tptz:PTZStatus>";
      }
      default -> {
        return null;
      }
    }
    return "";
  }

  private static String preset(PtzHead.Preset preset) {
    return "<tptz:Preset token=\"%s\"><tt:Name>%s</tt:Name><tt:PTZPosition>%s</tt:PTZPosition></tptz:Preset>"
        .formatted(preset.token(), escape(preset.name()), position(preset.position()));
  }

  private static String position(Position at) {
    return String.format(
        Locale.ROOT,
        "<tt:PanTilt x=\"%.4f\" y=\"%.4f\"/><tt:Zoom x=\"%.4f\"/>",
        at.pan(),
        at.tilt(),
        at.zoom());
  }

  private static Position vector(SoapRequest request) {
    return new Position(
        request.number("PanTilt", "x"),
        request.number("PanTilt", "y"),
        request.number("Zoom", "x"));
  }

  private static Duration timeout(String text) {
    try {
      Duration wanted = text.isEmpty() ? LONGEST_MOVE : Duration.parse(text);
      return wanted.compareTo(LONGEST_MOVE) > 0 ? LONGEST_MOVE : wanted;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a duration", e);
    }
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
