package org.lynceus.protocols.registration;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.CameraSignal;

/**
 * An event as the vendor's HTTP interface tells it: {@code Code=VideoMotion;action=Start;index=0}.
 *
 * @param index of the channel, input or output it is about, from 0
 */
public record CgiEvent(String code, String action, int index) {
  private static final Pattern FORM =
      Pattern.compile("^Code=(\\w{1,64});\\s*action=(\\w{1,32})(?:;\\s*index=(\\d{1,4}))?");

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("VideoMotion", "MOTION"),
          Map.entry("SmartMotionHuman", "MOTION_HUMAN"),
          Map.entry("SmartMotionVehicle", "MOTION_VEHICLE"),
          Map.entry("VideoBlind", "TAMPER"),
          Map.entry("VideoLoss", "VIDEO_LOSS"),
          Map.entry("VideoUnFocus", "DEFOCUSED"),
          Map.entry("SceneChange", "SCENE_CHANGED"),
          Map.entry("CrossLineDetection", "LINE_CROSSED"),
          Map.entry("CrossRegionDetection", "INTRUSION"),
          Map.entry("CrossFenceDetection", "FENCE_CROSSED"),
          Map.entry("WanderDetection", "LOITERING"),
          Map.entry("StayDetection", "STAYING"),
          Map.entry("LeftDetection", "OBJECT_LEFT"),
          Map.entry("TakenAwayDetection", "OBJECT_REMOVED"),
          Map.entry("MoveDetection", "FAST_MOVING"),
          Map.entry("RetrogradeDetection", "WRONG_WAY"),
          Map.entry("TailDetection", "TAILING"),
          Map.entry("RioterDetection", "GATHERING"),
          Map.entry("FightDetection", "VIOLENCE"),
          Map.entry("ParkingDetection", "PARKING"),
          Map.entry("FireDetection", "FLAME"),
          Map.entry("SmokeDetection", "SMOKE_SEEN"),
          Map.entry("PhoneCallDetect", "PHONE_ON_POST"),
          Map.entry("SmokingDetect", "SMOKING"),
          Map.entry("FaceDetection", "FACE_SEEN"),
          Map.entry("TrafficJunction", "PLATE_READ"),
          Map.entry("NumberStat", "PEOPLE_COUNTED"),
          Map.entry("CrowdDetection", "CROWD_DENSE"),
          Map.entry("HeatImagingTemper", "THERMAL_TEMPERATURE"),
          Map.entry("FireWarning", "THERMAL_FIRE"),
          Map.entry("AudioMutation", "SOUND_LOUD"),
          Map.entry("AudioAnomaly", "SOUND_LOST"),
          Map.entry("AlarmLocal", "INPUT"),
          Map.entry("AlarmOutput", "RELAY"));

  /** Those that are about the device itself; their own code says what of it. */
  private static final Map<String, String> OF_DEVICE =
      Map.ofEntries(
          Map.entry("StorageNotExist", "STORAGE_MISSING"),
          Map.entry("StorageFailure", "STORAGE_FAILURE"),
          Map.entry("StorageLowSpace", "STORAGE_FULL"),
          Map.entry("NetAbort", "NETWORK_CABLE_LOST"),
          Map.entry("IPConflict", "ADDRESS_CONFLICT"),
          Map.entry("LoginFailure", "LOGIN_FAILED"),
          Map.entry("ChassisIntruded", "CASE_OPENED"),
          Map.entry("BatteryLowPower", "BATTERY_LOW"));

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
   * or {@code output-1}, counted from 1 as on the device; of the device itself its own code.
   */
  public Optional<CameraSignal> signal() {
    String ofDevice = OF_DEVICE.get(code);
    if (ofDevice != null) {
      return Optional.of(new CameraSignal(ofDevice, code, active()));
    }
    String known = CODES.get(code);
    if (known == null) {
      return Optional.empty();
    }
    String source =
        switch (known) {
          case "INPUT" -> "input-" + (index + 1);
          case "RELAY" -> "output-" + (index + 1);
          default -> channel(index);
        };
    return Optional.of(new CameraSignal(known, source, active()));
  }

  /** Every code of the center that an event can mean. */
  public static Set<String> codes() {
    return Stream.of(CODES, OF_DEVICE)
        .flatMap(table -> table.values().stream())
        .collect(Collectors.toUnmodifiableSet());
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
