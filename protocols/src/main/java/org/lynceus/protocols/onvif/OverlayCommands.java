package org.lynceus.protocols.onvif;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lynceus.protocols.onvif.Overlay.Content;
import org.lynceus.protocols.xml.XmlElement;

/**
 * Texts that a device writes into the picture of one source (ONVIF OSD): at Media2, at Media1 where
 * that one does not know them; both write them alike.
 */
public final class OverlayCommands {
  private static final int MOST = 64;
  private static final int LONGEST_FORMAT = 40;
  private static final Map<OverlayKind, String> NUMBERS =
      Map.of(
          OverlayKind.PLAIN, "PlainText",
          OverlayKind.DATE, "Date",
          OverlayKind.TIME, "Time",
          OverlayKind.DATE_AND_TIME, "DateAndTime");

  private final OnvifDevice device;
  private final String configuration;

  /**
   * Commands for a source.
   *
   * @param configuration token of the video source's configuration
   */
  public OverlayCommands(OnvifDevice device, String configuration) {
    this.device = device;
    this.configuration = configuration;
  }

  /** What is written now, at most 64. */
  public List<Overlay> all() throws OnvifException {
    return told()
        .map(osd -> new Overlay(osd.attribute("token"), OverlayMessages.content(osd)))
        .toList();
  }

  private Stream<XmlElement> told() throws OnvifException {
    return asked("GetOSDs", named())
        .all("OSDs")
        .filter(osd -> !osd.attribute("token").isEmpty())
        .filter(
            osd -> {
              String of = osd.text("VideoSourceConfigurationToken");
              return of.isEmpty() || of.equals(configuration);
            })
        .limit(MOST);
  }

  /** What may be written. */
  public OverlayOffer offer() throws OnvifException {
    XmlElement answer = asked("GetOSDOptions", named());
    XmlElement options = answer.first("OSDOptions").orElse(answer);
    XmlElement text = options.first("TextOption").orElse(options);
    List<String> kinds = text.all("Type").map(XmlElement::text).toList();
    List<String> positions = options.all("PositionOption").map(XmlElement::text).toList();
    return new OverlayOffer(
        most(options),
        mostOf(options),
        Stream.of(OverlayKind.values())
            .filter(kind -> kind != OverlayKind.OTHER && kinds.contains(kind.word))
            .toList(),
        Stream.of(OverlayPosition.values()).filter(one -> positions.contains(one.word)).toList(),
        Told.range(text.first("FontSizeRange")),
        formats(text, "DateFormat"),
        formats(text, "TimeFormat"));
  }

  private static int most(XmlElement options) {
    XmlElement numbers = options.first("MaximumNumberOfOSDs").orElse(options);
    Integer total = Told.whole(numbers.attribute("Total"));
    return total == null ? 0 : Math.min(MOST, total);
  }

  private static Map<OverlayKind, Integer> mostOf(XmlElement options) {
    Map<OverlayKind, Integer> most = new EnumMap<>(OverlayKind.class);
    XmlElement numbers = options.first("MaximumNumberOfOSDs").orElse(options);
    NUMBERS.forEach(
        (kind, name) -> {
          Integer number = Told.whole(numbers.attribute(name));
          if (number != null) {
            most.put(kind, Math.min(MOST, number));
          }
        });
    return most;
  }

  private static List<String> formats(XmlElement text, String name) {
    return text.all(name)
        .map(XmlElement::text)
        .filter(format -> !format.isEmpty() && format.length() <= LONGEST_FORMAT)
        .limit(16)
        .toList();
  }

  /** Adds one; its token, empty when the device does not tell it. */
  public String create(Content content) throws OnvifException {
    return asked("CreateOSD", OverlayMessages.request(configuration, null, content))
        .text("OSDToken");
  }

  /** Changes one; its colours, which the center does not know, stay. Whether it is there. */
  public boolean set(String token, Content content) throws OnvifException {
    XmlElement before =
        told().filter(osd -> osd.attribute("token").equals(token)).findFirst().orElse(null);
    if (before == null) {
      return false;
    }
    asked("SetOSD", OverlayMessages.request(configuration, before, content));
    return true;
  }

  public void delete(String token) throws OnvifException {
    asked("DeleteOSD", Request.text("OSDToken", token));
  }

  private String named() {
    return Request.text("ConfigurationToken", configuration);
  }

  private XmlElement asked(String operation, String content) throws OnvifException {
    if (!device.media2()) {
      return device.call(Namespaces.MEDIA, operation, content);
    }
    try {
      return device.call(Namespaces.MEDIA2, operation, content);
    } catch (OnvifException e) {
      if (!e.unsupported() || !device.has(Namespaces.MEDIA)) {
        throw e;
      }
      return device.call(Namespaces.MEDIA, operation, content);
    }
  }
}
