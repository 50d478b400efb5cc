package org.lynceus.device;

import org.jspecify.annotations.Nullable;

/** Codecs and size of a stream, as it offered them when it was last probed. */
public record StreamOffer(
    String videoCodec,
    @Nullable String audioCodec,
    @Nullable Integer width,
    @Nullable Integer height) {}
