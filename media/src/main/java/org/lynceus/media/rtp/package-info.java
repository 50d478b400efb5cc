/** RTP packets (RFC 3550) and the payload formats of H.264, AAC and G.711, parsed in place. */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.rtp;
