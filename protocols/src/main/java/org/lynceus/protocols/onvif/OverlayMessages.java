package org.lynceus.protocols.onvif;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.Overlay.Content;
import org.lynceus.protocols.xml.XmlElement;

/** Overlays as ONVIF writes them (schema: OSDConfiguration), in the order that it wants. */
final class OverlayMessages {
  private static final int LONGEST = 100;

  private OverlayMessages() {}

  static Content content(XmlElement osd) {
    boolean text = osd.text("Type").equals("Text");
    OverlayKind kind = text ? OverlayKind.of(osd.text("TextString", "Type")) : OverlayKind.OTHER;
    OverlayPosition position = OverlayPosition.of(osd.text("Position", "Type"));
    return new Content(
        kind,
        kind == OverlayKind.PLAIN ? Told.limited(osd.text("TextString", "PlainText")) : "",
        position,
        coordinate(osd, position, "x"),
        coordinate(osd, position, "y"),
        Told.whole(osd.text("TextString", "FontSize")),
        kind.dated() ? format(osd.text("TextString", "DateFormat")) : null,
        kind.timed() ? format(osd.text("TextString", "TimeFormat")) : null);
  }

  private static @Nullable Double coordinate(
      XmlElement osd, OverlayPosition position, String axis) {
    Double value =
        osd.first("Position", "Pos").map(pos -> Told.number(pos.attribute(axis))).orElse(null);
    return position != OverlayPosition.CUSTOM || value == null || value < -1 || value > 1
        ? null
        : value;
  }

  private static @Nullable String format(String told) {
    return told.isEmpty() || told.length() > LONGEST ? null : told;
  }

  /**
   * An overlay to be written.
   *
   * @param before as the device told it; null for a new one
   */
  static String request(String configuration, @Nullable XmlElement before, Content content) {
    StringBuilder xml = new StringBuilder("<OSD");
    xml.append(Request.attribute("token", before == null ? "" : before.attribute("token")))
        .append('>')
        .append(Request.text("tt:VideoSourceConfigurationToken", configuration))
        .append("<tt:Type>Text</tt:Type><tt:Position>")
        .append(Request.text("tt:Type", content.position().word));
    if (content.position() == OverlayPosition.CUSTOM
        && content.x() != null
        && content.y() != null) {
      xml.append("<tt:Pos")
          .append(Request.attribute("x", Request.number(content.x())))
          .append(Request.attribute("y", Request.number(content.y())))
          .append("/>");
    }
    return xml.append("</tt:Position>").append(text(before, content)).append("</OSD>").toString();
  }

  private static String text(@Nullable XmlElement before, Content content) {
    OverlayKind kind = content.kind();
    StringBuilder xml = new StringBuilder("<tt:TextString>");
    xml.append(Request.text("tt:Type", kind.word));
    if (kind.dated() && content.dateFormat() != null) {
      xml.append(Request.text("tt:DateFormat", content.dateFormat()));
    }
    if (kind.timed() && content.timeFormat() != null) {
      xml.append(Request.text("tt:TimeFormat", content.timeFormat()));
    }
    if (content.fontSize() != null) {
      xml.append(Request.text("tt:FontSize", content.fontSize().toString()));
    }
    if (before != null) {
      Stream.of("FontColor", "BackgroundColor")
          .flatMap(part -> before.first("TextString", part).stream())
          .forEach(part -> xml.append(Request.echo(part)));
    }
    if (kind == OverlayKind.PLAIN) {
      xml.append(Request.text("tt:PlainText", content.text()));
    }
    return xml.append("</tt:TextString>").toString();
  }
}
