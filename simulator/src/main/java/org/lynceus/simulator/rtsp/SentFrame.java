package org.lynceus.simulator.rtsp;

import java.time.Instant;

/**
 * A video frame that left: its number since the camera began, its number in the clip (the one in
 * the picture), its RTP time, and when.
 */
public record SentFrame(long frame, int frameInClip, int rtpTime, Instant sentAt) {}
