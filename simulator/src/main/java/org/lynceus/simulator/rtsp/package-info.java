/**
 * The RTSP server of the simulated cameras: one selector thread, RTP interleaved over TCP, digest
 * authentication.
 */
@NullMarked
package org.lynceus.simulator.rtsp;

import org.jspecify.annotations.NullMarked;
