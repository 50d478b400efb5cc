package org.lynceus.protocols.onvif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a notification means to a center, whatever the device calls it. Vendors' own topics that
 * mean the same are taken, too; a topic that is not in the table means nothing.
 *
 * @param source token of the picture source, input, relay or rule; empty when none is named
 * @param active whether a state began or ended; null for what happens at once
 */
public record CameraSignal(Kind kind, String source, @Nullable Boolean active) {

  /** Kinds of signals. */
  public enum Kind {
    MOTION,
    TAMPER,
    VIDEO_LOSS,
    LINE_CROSSED,
    INTRUSION,
    LOITERING,
    OBJECT_LEFT,
    OBJECT_REMOVED,
    SOUND,
    INPUT,
    RELAY,
    STORAGE_FAILURE,
    HARDWARE_FAILURE,
    LOGIN_FAILED
  }

  /** Topics of the ONVIF specifications (release 26.06) and those vendors use in their place. */
  private static final Map<String, Kind> TOPICS =
      Map.ofEntries(
          Map.entry("VideoSource/MotionAlarm", Kind.MOTION),
          Map.entry("RuleEngine/CellMotionDetector/Motion", Kind.MOTION),
          Map.entry("RuleEngine/MotionRegionDetector/Motion", Kind.MOTION),
          Map.entry("VideoAnalytics/Motion", Kind.MOTION),
          Map.entry("VideoSource/GlobalSceneChange/AnalyticsService", Kind.TAMPER),
          Map.entry("VideoSource/GlobalSceneChange/ImagingService", Kind.TAMPER),
          Map.entry("VideoSource/ImageTooBlurry/AnalyticsService", Kind.TAMPER),
          Map.entry("VideoSource/ImageTooBlurry/ImagingService", Kind.TAMPER),
          Map.entry("VideoSource/ImageTooDark/AnalyticsService", Kind.TAMPER),
          Map.entry("VideoSource/ImageTooDark/ImagingService", Kind.TAMPER),
          Map.entry("VideoSource/ImageTooBright/AnalyticsService", Kind.TAMPER),
          Map.entry("VideoSource/ImageTooBright/ImagingService", Kind.TAMPER),
          Map.entry("VideoSource/ImpairedVisibility", Kind.TAMPER),
          Map.entry("RuleEngine/TamperDetector/Tamper", Kind.TAMPER),
          Map.entry("VideoSource/SignalLoss", Kind.VIDEO_LOSS),
          Map.entry("RuleEngine/LineDetector/Crossed", Kind.LINE_CROSSED),
          Map.entry("RuleEngine/FieldDetector/ObjectsInside", Kind.INTRUSION),
          Map.entry("RuleEngine/LoiteringDetector/ObjectIsLoitering", Kind.LOITERING),
          Map.entry("RuleEngine/ObjectAbandoned", Kind.OBJECT_LEFT),
          Map.entry("RuleEngine/ObjectRemoved", Kind.OBJECT_REMOVED),
          Map.entry("AudioAnalytics/Audio/DetectedSound", Kind.SOUND),
          Map.entry("Device/Trigger/DigitalInput", Kind.INPUT),
          Map.entry("Device/Trigger/Relay", Kind.RELAY),
          Map.entry("Device/HardwareFailure/StorageFailure", Kind.STORAGE_FAILURE),
          Map.entry("Device/HardwareFailure/FanFailure", Kind.HARDWARE_FAILURE),
          Map.entry("Device/HardwareFailure/PowerSupplyFailure", Kind.HARDWARE_FAILURE),
          Map.entry("Device/HardwareFailure/TemperatureCritical", Kind.HARDWARE_FAILURE),
          Map.entry("Device/SecurityPolicy/AuthFailed", Kind.LOGIN_FAILED));

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

  /** The signal of a notification; empty when it means nothing to a center. */
  public static Optional<CameraSignal> of(OnvifEvent event) {
    Kind kind = TOPICS.get(event.topic());
    if (kind == null) {
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
        new CameraSignal(kind, source, ended ? Boolean.FALSE : state(event.data()).orElse(null)));
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
