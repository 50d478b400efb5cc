package org.lynceus.simulator.onvif;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The PTZ service's answers about what the head can do, and its auxiliary commands. */
final class HeadAnswers {
  private static final String SPACES = "http://www.onvif.org/ver10/tptz/PanTiltSpaces/";
  private static final List<String> AUXILIARY =
      List.of("tt:Wiper|On", "tt:Wiper|Off", "tt:Washer|On", "tt:IRLamp|On", "tt:IRLamp|Off");

  private HeadAnswers() {}

  /** Null: not an operation of these. */
  static @Nullable String answer(OnvifCamera camera, SoapRequest request) {
    return switch (request.operation()) {
      case "GetConfigurations" ->
          "<tptz:PTZConfiguration token=\"ptz\"><tt:Name>p</tt:Name><tt:UseCount>2</tt:UseCount><tt:NodeToken>node</tt:NodeToken></tptz:PTZConfiguration>";
      case "GetNodes" -> node(camera);
      case "SendAuxiliaryCommand" -> {
        String command = request.text("AuxiliaryData");
        if (!AUXILIARY.contains(command)) {
          yield null;
        }
        camera.auxiliary.put(command.substring(3, command.indexOf('|')), command.endsWith("|On"));
        yield "<tptz:AuxiliaryResponse>" + command + "</tptz:AuxiliaryResponse>";
      }
      default -> null;
    };
  }

  private static String node(OnvifCamera camera) {
    String spaces = space("TranslationGenericSpace");
    return "<tptz:PTZNode token=\"node\"><tt:Name>n</tt:Name><tt:SupportedPTZSpaces>"
        + (camera.has(Quirk.NO_FOV) ? spaces : spaces + space("TranslationSpaceFov"))
        + "</tt:SupportedPTZSpaces><tt:MaximumNumberOfPresets>100</tt:MaximumNumberOfPresets><tt:HomeSupported>true</tt:HomeSupported>"
        + AUXILIARY.stream()
            .map(command -> "<tt:AuxiliaryCommands>" + command + "</tt:AuxiliaryCommands>")
            .collect(Collectors.joining())
        + "<tt:Extension><tt:SupportedPresetTour><tt:MaximumNumberOfPresetTours>4</tt:MaximumNumberOfPresetTours>"
        + "<tt:PTZPresetTourOperation>Start</tt:PTZPresetTourOperation></tt:SupportedPresetTour></tt:Extension></tptz:PTZNode>";
  }

  private static String space(String name) {
    return ("<tt:RelativePanTiltTranslationSpace><tt:URI>%s</tt:URI><tt:XRange><tt:Min>-1</tt:Min><tt:Max>1</tt:Max></tt:XRange>"
            + "<tt:YRange><tt:Min>-1</tt:Min><tt:Max>1</tt:Max></tt:YRange></tt:RelativePanTiltTranslationSpace>")
        .formatted(SPACES + name);
  }
}
