package org.lynceus.protocols.onvif;

import org.jspecify.annotations.Nullable;

/**
 * How a video encoder works. What the device does not tell is null.
 *
 * @param codec {@code H264}, {@code H265} or {@code MJPEG}, else the device's own word
 * @param quality in the device's own unit
 * @param frameRate most pictures a second
 * @param bitRate most kbit/s
 * @param keyInterval pictures from key frame to key frame
 * @param profile of the codec, for example Main
 * @param constantBitRate whether the bit rate is kept, else it is the most; only Media2 knows
 */
public record EncoderSettings(
    String codec,
    int width,
    int height,
    @Nullable Double quality,
    @Nullable Double frameRate,
    @Nullable Integer bitRate,
    @Nullable Integer keyInterval,
    @Nullable String profile,
    @Nullable Boolean constantBitRate) {}
