package org.lynceus.media.h264;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * One instantaneous-refresh picture with what a decoder needs for it.
 *
 * @param configuration the AVCDecoderConfigurationRecord (ISO 14496-15) with the parameter sets;
 *     read-only
 * @param accessUnit NAL units with 4-byte length prefixes; read-only
 * @param at when it arrived, by the server's clock
 */
public record KeyFrame(ByteBuffer configuration, ByteBuffer accessUnit, Instant at) {}
