/** From RTP packets of one connection to groups of pictures on a timeline. */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.intake;
