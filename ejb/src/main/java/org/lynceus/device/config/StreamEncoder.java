package org.lynceus.device.config;

import org.lynceus.protocols.onvif.VideoEncoder;

/**
 * The encoder of a stream.
 *
 * @param profile the device's name of the stream
 */
public record StreamEncoder(StreamRole role, String profile, VideoEncoder encoder) {}
