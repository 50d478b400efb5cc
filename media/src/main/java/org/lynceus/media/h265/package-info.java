/** Parameter sets of H.265 and its NAL unit types, as far as a recorder needs them. */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.h265;
