/**
 * A virtual site: RTSP cameras that loop pre-encoded clips, with a control interface for tests and
 * demonstrations.
 */
@NullMarked
package org.lynceus.simulator;

import org.jspecify.annotations.NullMarked;
