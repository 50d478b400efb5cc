/** Streams of owned devices: state and live view. */
@org.jspecify.annotations.NullMarked
package org.lynceus.live;
