package org.lynceus.media;

import org.jspecify.annotations.Nullable;

/**
 * What a camera offers at one address: the video the engine uses and the audio it can carry along.
 *
 * @param codec the video codec, {@code H264}
 * @param profile {@code Baseline}, {@code Main}, {@code High} ..., null until parameter sets were
 *     seen
 * @param width pixels, null until parameter sets were seen
 * @param height pixels, null until parameter sets were seen
 * @param framesPerSecond as the camera declares it, null when it does not
 * @param audio null when there is none the engine can carry
 */
public record StreamDescription(
    String codec,
    @Nullable String profile,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double framesPerSecond,
    @Nullable AudioDescription audio) {}
