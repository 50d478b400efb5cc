package org.lynceus.media.rtsp;

import org.lynceus.media.StreamDescription;

/**
 * What an RTSP address offers.
 *
 * @param server the camera's own name for its server, empty when it gives none
 * @param stream the video (and audio) that would be used
 */
public record ProbeResult(String server, StreamDescription stream) {}
