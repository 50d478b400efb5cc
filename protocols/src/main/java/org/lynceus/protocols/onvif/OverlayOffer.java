package org.lynceus.protocols.onvif;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.Imaging.Range;

/**
 * What a device lets be written into its picture (ONVIF OSDConfigurationOptions).
 *
 * @param most how many altogether
 * @param mostOf how many of a kind, where the device limits it
 * @param fontSize null when nobody can choose
 */
public record OverlayOffer(
    int most,
    Map<OverlayKind, Integer> mostOf,
    List<OverlayKind> kinds,
    List<OverlayPosition> positions,
    @Nullable Range fontSize,
    List<String> dateFormats,
    List<String> timeFormats) {}
