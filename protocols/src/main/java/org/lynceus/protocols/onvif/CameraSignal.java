package org.lynceus.protocols.onvif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a notification means to a center, whatever the device calls it. Vendors' own topics that
 * mean the same are taken, too; a topic that is not in the table means nothing.
 *
 * @param code of the center's catalogue of events, for example {@code MOTION}
 * @param source token of the picture source, input, relay or rule; empty when none is named
 * @param active whether a state began or ended; null for what happens at once
 */
public record CameraSignal(String code, String source, @Nullable Boolean active) {

  /** Topics of the ONVIF specifications (release 26.06) and those vendors use in their place. */
  private static final Map<String, String> TOPICS =
      Map.ofEntries(
          Map.entry("VideoSource/MotionAlarm", "MOTION"),
          Map.entry("RuleEngine/CellMotionDetector/Motion", "MOTION"),
          Map.entry("RuleEngine/MotionRegionDetector/Motion", "MOTION"),
          Map.entry("VideoAnalytics/Motion", "MOTION"),
          Map.entry("RuleEngine/MyRuleDetector/PeopleDetect", "MOTION_HUMAN"),
          Map.entry("RuleEngine/MyRuleDetector/VehicleDetect", "MOTION_VEHICLE"),
          Map.entry("RuleEngine/MyRuleDetector/DogCatDetect", "MOTION_ANIMAL"),
          Map.entry("RuleEngine/PeopleDetector/People", "MOTION_HUMAN"),
          Map.entry("RuleEngine/CellMotionDetector/People", "MOTION_HUMAN"),
          Map.entry("RuleEngine/CellMotionDetector/Vehicle", "MOTION_VEHICLE"),
          Map.entry("VideoSource/GlobalSceneChange/AnalyticsService", "TAMPER"),
          Map.entry("VideoSource/GlobalSceneChange/ImagingService", "TAMPER"),
          Map.entry("VideoSource/ImageTooBlurry/AnalyticsService", "DEFOCUSED"),
          Map.entry("VideoSource/ImageTooBlurry/ImagingService", "DEFOCUSED"),
          Map.entry("VideoSource/ImageTooDark/AnalyticsService", "PICTURE_DARK"),
          Map.entry("VideoSource/ImageTooDark/ImagingService", "PICTURE_DARK"),
          Map.entry("VideoSource/ImageTooBright/AnalyticsService", "PICTURE_BRIGHT"),
          Map.entry("VideoSource/ImageTooBright/ImagingService", "PICTURE_BRIGHT"),
          Map.entry("VideoSource/ImpairedVisibility", "TAMPER"),
          Map.entry("RuleEngine/TamperDetector/Tamper", "TAMPER"),
          Map.entry("RuleEngine/CellMotionDetector/Tamper", "TAMPER"),
          Map.entry("VideoSource/SignalLoss", "VIDEO_LOSS"),
          Map.entry("RuleEngine/LineDetector/Crossed", "LINE_CROSSED"),
          Map.entry("RuleEngine/CellMotionDetector/LineCross", "LINE_CROSSED"),
          Map.entry("RuleEngine/FieldDetector/ObjectsInside", "INTRUSION"),
          Map.entry("RuleEngine/CellMotionDetector/Intrusion", "INTRUSION"),
          Map.entry("RuleEngine/LoiteringDetector/ObjectIsLoitering", "LOITERING"),
          Map.entry("RuleEngine/ObjectAbandoned", "OBJECT_LEFT"),
          Map.entry("RuleEngine/ObjectRemoved", "OBJECT_REMOVED"),
          Map.entry("RuleEngine/MyRuleDetector/FaceDetect", "FACE_SEEN"),
          Map.entry("RuleEngine/Recognition/Face", "FACE_SEEN"),
          Map.entry("RuleEngine/Recognition/LicensePlate", "PLATE_READ"),
          Map.entry("RuleEngine/CountAggregation/Counter", "PEOPLE_COUNTED"),
          Map.entry("RuleEngine/Radiometry/TemperatureAlarm", "THERMAL_TEMPERATURE"),
          Map.entry("AudioAnalytics/Audio/DetectedSound", "SOUND"),
          Map.entry("Device/Trigger/DigitalInput", "INPUT"),
          Map.entry("Device/Trigger/Relay", "RELAY"),
          Map.entry("Device/HardwareFailure/StorageFailure", "STORAGE_FAILURE"),
          Map.entry("Device/HardwareFailure/FanFailure", "FAN_FAILURE"),
          Map.entry("Device/HardwareFailure/PowerSupplyFailure", "POWER_FAILURE"),
          Map.entry("Device/HardwareFailure/TemperatureCritical", "TEMPERATURE_CRITICAL"),
          Map.entry("Device/SecurityPolicy/AuthFailed", "LOGIN_FAILED"));

  /** Names of source items, the most telling first. */
  private static final List<String> SOURCES =
      List.of(
          "Source",
          "VideoSourceToken",
          "VideoSource",
          "VideoSourceConfigurationToken",
          "InputToken",
          "RelayToken",
          "AudioSourceConfigurationToken",
          "Token");

  private static final List<String> ON = List.of("true", "1", "active", "on");
  private static final List<String> OFF = List.of("false", "0", "inactive", "off");

  /** Every code that a topic can mean. */
  public static Set<String> codes() {
    return Set.copyOf(TOPICS.values());
  }

  /** The signal of a notification; empty when it means nothing to a center. */
  public static Optional<CameraSignal> of(OnvifEvent event) {
    String code = TOPICS.get(event.topic());
    if (code == null) {
      return Optional.empty();
    }
    String source =
        SOURCES.stream()
            .map(name -> event.source().getOrDefault(name, ""))
            .filter(token -> !token.isEmpty())
            .findFirst()
            .orElse("");
    boolean ended = event.operation().equals("Deleted");
    return Optional.of(
        new CameraSignal(code, source, ended ? Boolean.FALSE : state(event.data()).orElse(null)));
  }

  /** The first item that is a truth value says the state; its name differs from topic to topic. */
  private static Optional<Boolean> state(Map<String, String> data) {
    return data.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .map(String::toLowerCase)
        .filter(value -> ON.contains(value) || OFF.contains(value))
        .map(ON::contains)
        .findFirst();
  }
}
