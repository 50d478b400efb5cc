package org.lynceus.protocols.onvif;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.xml.XmlElement;

/**
 * What a camera's head can do (ONVIF PTZ 5.1).
 *
 * @param auxiliary commands as the device writes them, for example {@code tt:Wiper|On}
 * @param tours how many preset tours it keeps; 0: it knows none
 * @param fov the translation that means the edge of the picture in the space of the field of view;
 *     null when the head does not know that space
 * @param relative whether it takes translations in the generic space
 */
public record PtzNode(
    List<String> auxiliary, int tours, boolean home, @Nullable Double fov, boolean relative) {
  /** A device that names no nodes. */
  static final PtzNode UNKNOWN = new PtzNode(List.of(), 0, false, null, true);

  private static final int MOST = 64;
  static final String FOV = "http://www.onvif.org/ver10/tptz/PanTiltSpaces/TranslationSpaceFov";

  static PtzNode of(XmlElement node) {
    Double fov =
        node.all("SupportedPTZSpaces", "RelativePanTiltTranslationSpace")
            .filter(space -> space.text("URI").equals(FOV))
            .map(space -> edge(space.text("XRange", "Max")))
            .findFirst()
            .orElse(null);
    boolean relative =
        node.all("SupportedPTZSpaces", "RelativePanTiltTranslationSpace")
            .anyMatch(space -> space.text("URI").endsWith("/TranslationGenericSpace"));
    return new PtzNode(
        node.all("AuxiliaryCommands")
            .map(XmlElement::text)
            .filter(PtzNode::command)
            .limit(MOST)
            .toList(),
        tours(node.text("Extension", "SupportedPresetTour", "MaximumNumberOfPresetTours")),
        node.text("HomeSupported").equals("true"),
        fov,
        relative);
  }

  private static boolean command(String text) {
    return !text.isEmpty()
        && text.length() <= 100
        && text.chars().noneMatch(Character::isISOControl);
  }

  private static double edge(String text) {
    try {
      double max = Double.parseDouble(text);
      return max > 0 && max <= 1000 ? max : 1;
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private static int tours(String text) {
    try {
      return Math.max(0, Math.min(1000, Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
