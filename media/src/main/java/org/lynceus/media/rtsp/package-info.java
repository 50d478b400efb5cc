/**
 * RTSP 1.0 client (RFC 2326) over TCP with interleaved media, digest authentication and a blocking
 * probe.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.rtsp;
