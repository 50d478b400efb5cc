/** Recording and playback over HTTP. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.recording;
