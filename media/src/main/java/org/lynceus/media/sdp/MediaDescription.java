package org.lynceus.media.sdp;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One m= section with the attributes that matter for its first payload type.
 *
 * @param type {@code video}, {@code audio}, {@code application}
 * @param payloadType 0..127
 * @param encoding name in upper case, from rtpmap or the static table of RFC 3551; empty when
 *     unknown
 * @param clockRate ticks a second of its RTP timestamps
 * @param channels of audio, 1 when not given
 * @param parameters of fmtp, keys in lower case
 * @param control address for SETUP, absolute or relative, empty when not given
 * @param framesPerSecond from a=framerate
 * @param payloadTypes all of the section, in order
 * @param sendOnly the client is to send it; written by the view of the client (ONVIF Streaming 5.3)
 */
public record MediaDescription(
    String type,
    int payloadType,
    String encoding,
    int clockRate,
    int channels,
    Map<String, String> parameters,
    String control,
    @Nullable Double framesPerSecond,
    List<Integer> payloadTypes,
    boolean sendOnly) {}
