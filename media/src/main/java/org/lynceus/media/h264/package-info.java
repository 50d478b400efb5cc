/**
 * What the engine must know of H.264: NAL unit types, sequence parameter sets, decoder
 * configuration.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.h264;
