/**
 * The test clips: painting and encoding them, and reading MP4 files into packets that can be sent.
 */
@NullMarked
package org.lynceus.simulator.clip;

import org.jspecify.annotations.NullMarked;
