package org.lynceus.device.config;

import java.util.List;
import org.lynceus.protocols.onvif.EncoderSettings;

/**
 * What became of a change that a device said yes to.
 *
 * @param before how the encoder worked
 * @param now how it works by the device's own word; what it was told while it does not answer
 * @param otherwise names of what the device made otherwise than it was told
 * @param confirmed whether the device was asked what it made of it, and answered
 */
public record EncoderOutcome(
    StreamRole role,
    EncoderSettings before,
    EncoderSettings now,
    List<String> otherwise,
    boolean confirmed) {}
