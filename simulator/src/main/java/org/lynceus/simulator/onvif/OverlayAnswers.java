package org.lynceus.simulator.onvif;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lynceus.simulator.onvif.Overlays.Text;

/** Answers about texts in the picture, alike in Media1 and Media2; null: not known here. */
final class OverlayAnswers {
  private OverlayAnswers() {}

  static @Nullable String answer(OnvifCamera camera, SoapRequest request, boolean second) {
    if (camera.has(Quirk.NO_OSD) || second && camera.has(Quirk.OSD_AT_MEDIA1)) {
      return null;
    }
    String prefix = second ? "tr2" : "trt";
    return switch (request.operation()) {
      case "GetOSDs" ->
          camera.overlays.all().entrySet().stream()
              .map(one -> osd(prefix, one.getKey(), one.getValue()))
              .collect(Collectors.joining());
      case "GetOSDOptions" -> options(prefix);
      case "CreateOSD" -> {
        String token = camera.overlays.add(text(camera, request, null));
        yield token == null
            ? OnvifServer.REFUSED + "no room for another text"
            : "<%1$s:OSDToken>%2$s</%1$s:OSDToken>".formatted(prefix, token);
      }
      case "SetOSD" -> {
        String token = request.attribute("OSD", "token");
        Text before = camera.overlays.get(token);
        if (before == null) {
          yield OnvifServer.REFUSED + "no such text";
        }
        camera.overlays.put(token, text(camera, request, before));
        yield "";
      }
      case "DeleteOSD" ->
          camera.overlays.remove(request.text("OSDToken"))
              ? ""
              : OnvifServer.REFUSED + "no such text";
      default -> null;
    };
  }

  private static Text text(OnvifCamera camera, SoapRequest request, @Nullable Text before) {
    String text = request.text("PlainText");
    SoapRequest position = request.all("Position").get(0);
    boolean forgets = camera.has(Quirk.FORGETS_POSITION);
    return new Text(
        request.all("TextString").get(0).text("Type"),
        camera.has(Quirk.CUTS_TEXT) && text.length() > 8 ? text.substring(0, 8) : text,
        forgets ? (before == null ? "UpperLeft" : before.position()) : position.text("Type"),
        forgets ? "" : request.attribute("Pos", "x"),
        forgets ? "" : request.attribute("Pos", "y"),
        request.text("FontSize"),
        request.text("DateFormat"),
        request.text("TimeFormat"));
  }

  private static String osd(String prefix, String token, Text text) {
    return ("<%s:OSDs token=\"%s\"><tt:VideoSourceConfigurationToken>vsc</tt:VideoSourceConfigurationToken><tt:Type>Text</tt:Type>"
            + "<tt:Position><tt:Type>%s</tt:Type>%s</tt:Position><tt:TextString><tt:Type>%s</tt:Type>%s%s%s"
            + "<tt:FontColor Transparent=\"0\"><tt:Color X=\"1\" Y=\"0\" Z=\"0\" Colorspace=\"http://www.onvif.org/ver10/colorspace/RGB\"/>"
            + "</tt:FontColor>%s</tt:TextString></%1$s:OSDs>")
        .formatted(
            prefix,
            token,
            text.position(),
            text.x().isEmpty() ? "" : "<tt:Pos x=\"%s\" y=\"%s\"/>".formatted(text.x(), text.y()),
            text.type(),
            element("DateFormat", text.dateFormat()),
            element("TimeFormat", text.timeFormat()),
            element("FontSize", text.size()),
            text.type().equals("Plain") ? element("PlainText", text.text()) : "");
  }

  private static String element(String name, String text) {
    return text.isEmpty()
        ? ""
        : "<tt:%1$s>%2$s</tt:%1$s>"
            .formatted(name, text.replace("&", "&amp;").replace("<", "&lt;"));
  }

  private static String options(String prefix) {
    return ("<%1$s:OSDOptions><tt:MaximumNumberOfOSDs Total=\"%2$d\" PlainText=\"%3$d\" Date=\"1\" Time=\"1\" DateAndTime=\"1\"/>"
            + "<tt:Type>Text</tt:Type><tt:PositionOption>UpperLeft</tt:PositionOption><tt:PositionOption>UpperRight</tt:PositionOption>"
            + "<tt:PositionOption>LowerLeft</tt:PositionOption><tt:PositionOption>LowerRight</tt:PositionOption>"
            + "<tt:PositionOption>Custom</tt:PositionOption><tt:TextOption><tt:Type>Plain</tt:Type><tt:Type>Date</tt:Type>"
            + "<tt:Type>Time</tt:Type><tt:Type>DateAndTime</tt:Type><tt:FontSizeRange><tt:Min>8</tt:Min><tt:Max>64</tt:Max></tt:FontSizeRange>"
            + "<tt:DateFormat>yyyy-MM-dd</tt:DateFormat><tt:DateFormat>dd.MM.yyyy</tt:DateFormat><tt:TimeFormat>HH:mm:ss</tt:TimeFormat>"
            + "<tt:TimeFormat>hh:mm:ss tt</tt:TimeFormat></tt:TextOption></%1$s:OSDOptions>")
        .formatted(prefix, Overlays.MOST, Overlays.MOST_PLAIN);
  }
}
