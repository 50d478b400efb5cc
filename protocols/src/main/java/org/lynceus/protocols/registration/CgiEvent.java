package org.lynceus.protocols.registration;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.CameraSignal;
import org.lynceus.protocols.onvif.CameraSignal.Kind;

/**
 * An event as the vendor's HTTP interface tells it: {@code Code=VideoMotion;action=Start;index=0}.
 *
 * @param index of the channel, input or output it is about, from 0
 */
public record CgiEvent(String code, String action, int index) {
  private static final Pattern FORM =
      Pattern.compile("^Code=(\\w{1,64});\\s*action=(\\w{1,32})(?:;\\s*index=(\\d{1,4}))?");

  private static final Map<String, Kind> CODES =
      Map.ofEntries(
          Map.entry("VideoMotion", Kind.MOTION),
          Map.entry("SmartMotionHuman", Kind.MOTION),
          Map.entry("SmartMotionVehicle", Kind.MOTION),
          Map.entry("VideoBlind", Kind.TAMPER),
          Map.entry("VideoLoss", Kind.VIDEO_LOSS),
          Map.entry("CrossLineDetection", Kind.LINE_CROSSED),
          Map.entry("CrossRegionDetection", Kind.INTRUSION),
          Map.entry("WanderDetection", Kind.LOITERING),
          Map.entry("LeftDetection", Kind.OBJECT_LEFT),
          Map.entry("TakenAwayDetection", Kind.OBJECT_REMOVED),
          Map.entry("AlarmLocal", Kind.INPUT),
          Map.entry("AlarmOutput", Kind.RELAY),
          Map.entry("StorageNotExist", Kind.STORAGE_FAILURE),
          Map.entry("StorageFailure", Kind.STORAGE_FAILURE),
          Map.entry("StorageLowSpace", Kind.STORAGE_FAILURE));

  /** The event of a part; empty for a heartbeat and for what is none. */
  static Optional<CgiEvent> of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.find()) {
      return Optional.empty();
    }
    String index = form.group(3);
    return Optional.of(
        new CgiEvent(form.group(1), form.group(2), index == null ? 0 : Integer.parseInt(index)));
  }

  /**
   * What it means to a center; empty when nothing. The source is {@code channel-1}, {@code input-1}
   * or {@code output-1}, counted from 1 as on the device.
   */
  public Optional<CameraSignal> signal() {
    Kind kind = CODES.get(code);
    if (kind == null) {
      return Optional.empty();
    }
    String source =
        switch (kind) {
          case INPUT -> "input-" + (index + 1);
          case RELAY -> "output-" + (index + 1);
          case STORAGE_FAILURE -> code;
          default -> channel(index);
        };
    return Optional.of(new CameraSignal(kind, source, active()));
  }

  /** The source of what is about a channel. */
  public static String channel(int index) {
    return "channel-" + (index + 1);
  }

  private @Nullable Boolean active() {
    return switch (action.toLowerCase(Locale.ROOT)) {
      case "start" -> Boolean.TRUE;
      case "stop" -> Boolean.FALSE;
      default -> null;
    };
  }
}
