package org.lynceus.device.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.Overlay.Content;

/**
 * What became of a text that a device said yes to.
 *
 * @param before null when it is new
 * @param now as the device tells it afterwards
 * @param otherwise names of what it made otherwise than it was told; {@code missing}: it does not
 *     tell it at all
 */
public record OverlayOutcome(
    String token, @Nullable Content before, Content now, List<String> otherwise) {}
