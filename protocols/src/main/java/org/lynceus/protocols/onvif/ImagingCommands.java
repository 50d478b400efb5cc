package org.lynceus.protocols.onvif;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.Imaging.Amount;
import org.lynceus.protocols.onvif.Imaging.Level;
import org.lynceus.protocols.onvif.Imaging.Mode;
import org.lynceus.protocols.onvif.Imaging.Range;
import org.lynceus.protocols.xml.XmlElement;

/** Picture settings and the focus motor of one picture source (ONVIF Imaging 5.2). */
public final class ImagingCommands {
  private static final int MOST_WORDS = 16;
  private final OnvifDevice device;
  private final String source;

  /**
   * Commands for a source.
   *
   * @param source token of the video source
   */
  public ImagingCommands(OnvifDevice device, String source) {
    this.device = device;
    this.source = source;
  }

  /** What is set, and what may be set. */
  public Imaging read() throws OnvifException {
    XmlElement settings = part(call("GetImagingSettings", ""), "ImagingSettings");
    XmlElement options = part(call("GetOptions", ""), "ImagingOptions");
    Map<Level, Amount> levels = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      Amount amount = amount(settings.text(level.element), options.first(level.element));
      if (amount != null) {
        levels.put(level, amount);
      }
    }
    return new Imaging(
        levels,
        mode(settings.text("IrCutFilter"), words(options, "IrCutFilterModes")),
        mode(settings.text("Focus", "AutoFocusMode"), words(options, "Focus", "AutoFocusModes")),
        mode(settings.text("Exposure", "Mode"), words(options, "Exposure", "Mode")),
        amount(settings.text("Exposure", "Iris"), options.first("Exposure", "Iris")),
        focusSpeed());
  }

  private @Nullable Range focusSpeed() throws OnvifException {
    try {
      return range(call("GetMoveOptions", "").first("MoveOptions", "Continuous", "Speed"));
    } catch (OnvifException e) {
      if (e.refused()) {
        return null;
      }
      throw e;
    }
  }

  /** Sets what is named; it outlasts a restart of the device. */
  public void set(Imaging.Change change) throws OnvifException {
    StringBuilder settings = new StringBuilder();
    for (Level level : Level.values()) {
      if (level == Level.SHARPNESS) {
        settings.append(exposure(change)).append(focus(change)).append(irCut(change));
      }
      Double value = change.levels().get(level);
      settings.append(value == null ? "" : number(level.element, value));
    }
    call(
        "SetImagingSettings",
        "<ImagingSettings>"
            + settings
            + "</ImagingSettings>"
            + Request.text("ForcePersistence", "true"));
  }

  private static String exposure(Imaging.Change change) {
    String mode = change.exposure();
    Double iris = change.iris();
    return mode == null
        ? ""
        : "<tt:Exposure>"
            + Request.text("tt:Mode", mode)
            + (iris == null ? "" : number("Iris", iris))
            + "</tt:Exposure>";
  }

  private static String focus(Imaging.Change change) {
    String mode = change.focus();
    return mode == null
        ? ""
        : "<tt:Focus>" + Request.text("tt:AutoFocusMode", mode) + "</tt:Focus>";
  }

  private static String irCut(Imaging.Change change) {
    String mode = change.irCut();
    return mode == null ? "" : Request.text("tt:IrCutFilter", mode);
  }

  /** Moves the focus until it is stopped or at its end; positive is farther away. */
  public void moveFocus(double speed) throws OnvifException {
    call("Move", "<Focus><tt:Continuous>" + number("Speed", speed) + "</tt:Continuous></Focus>");
  }

  public void stopFocus() throws OnvifException {
    call("Stop", "");
  }

  private XmlElement call(String operation, String content) throws OnvifException {
    return device.call(
        Namespaces.IMAGING, operation, Request.text("VideoSourceToken", source) + content);
  }

  private static XmlElement part(XmlElement answer, String name) {
    return answer.first(name).orElse(answer);
  }

  private static List<String> words(XmlElement options, String... path) {
    return options
        .all(path)
        .map(XmlElement::text)
        .filter(word -> word.matches("[A-Za-z]{1,20}"))
        .limit(MOST_WORDS)
        .toList();
  }

  private static @Nullable Mode mode(String value, List<String> words) {
    return value.isEmpty() || words.isEmpty() ? null : new Mode(value, words);
  }

  private static @Nullable Amount amount(String value, Optional<XmlElement> limits) {
    Range range = range(limits);
    Double number = Told.number(value);
    return range == null || number == null ? null : new Amount(number, range);
  }

  /** Limits that leave a choice. */
  private static @Nullable Range range(Optional<XmlElement> limits) {
    Range range = Told.range(limits);
    return range == null || range.min() == range.max() ? null : range;
  }

  private static String number(String element, double value) {
    return Request.text("tt:" + element, String.format(Locale.ROOT, "%.4f", value));
  }
}
