package org.lynceus.simulator.onvif;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The imaging service's answers; null: the operation or the source is not known. */
final class ImagingAnswers {
  private static final List<String> SETTINGS =
      List.of(
          "Brightness",
          "ColorSaturation",
          "Contrast",
          "Mode",
          "Iris",
          "AutoFocusMode",
          "IrCutFilter",
          "Sharpness");
  private static final String OPTIONS =
      "<timg:ImagingOptions>"
          + range("Brightness", 0, 100)
          + range("ColorSaturation", 0, 100)
          + range("Contrast", 0, 100)
          + "<tt:Exposure><tt:Mode>AUTO</tt:Mode><tt:Mode>MANUAL</tt:Mode>"
          + range("Iris", 0, 20)
          + "</tt:Exposure><tt:Focus><tt:AutoFocusModes>AUTO</tt:AutoFocusModes>"
          + "<tt:AutoFocusModes>MANUAL</tt:AutoFocusModes></tt:Focus>"
          + "<tt:IrCutFilterModes>ON</tt:IrCutFilterModes><tt:IrCutFilterModes>OFF</tt:IrCutFilterModes>"
          + "<tt:IrCutFilterModes>AUTO</tt:IrCutFilterModes>"
          + range("Sharpness", 0, 100)
          + "</timg:ImagingOptions>";

  private ImagingAnswers() {}

  static @Nullable String answer(OnvifCamera camera, SoapRequest request) {
    Lens lens = camera.lens;
    if (!request.text("VideoSourceToken").equals("video")) {
      return null;
    }
    switch (request.operation()) {
      case "GetOptions" -> {
        return OPTIONS;
      }
      case "GetMoveOptions" -> {
        return "<timg:MoveOptions><tt:Continuous>"
            + range("Speed", -1, 1)
            + "</tt:Continuous></timg:MoveOptions>";
      }
      case "GetImagingSettings" -> {
        return settings(lens);
      }
      case "SetImagingSettings" ->
          SETTINGS.forEach(setting -> lens.set(setting, request.text(setting)));
      case "Move" -> lens.move(Double.parseDouble(request.text("Speed")));
      case "Stop" -> lens.stop();
      default -> {
        return null;
      }
    }
    return "";
  }

  private static String settings(Lens lens) {
    return "<timg:ImagingSettings>"
        + set(lens, "Brightness")
        + set(lens, "ColorSaturation")
        + set(lens, "Contrast")
        + "<tt:Exposure>"
        + set(lens, "Mode")
        + set(lens, "Iris")
        + "</tt:Exposure><tt:Focus>"
        + set(lens, "AutoFocusMode")
        + "</tt:Focus>"
        + set(lens, "IrCutFilter")
        + set(lens, "Sharpness")
        + "</timg:ImagingSettings>";
  }

  private static String set(Lens lens, String name) {
    return "<tt:%1$s>%2$s</tt:%1$s>".formatted(name, lens.get(name));
  }

  private static String range(String name, int min, int max) {
    return "<tt:%1$s><tt:Min>%2$d</tt:Min><tt:Max>%3$d</tt:Max></tt:%1$s>"
        .formatted(name, min, max);
  }
}
