/** Session descriptions (RFC 8866) as cameras write them. */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.sdp;
