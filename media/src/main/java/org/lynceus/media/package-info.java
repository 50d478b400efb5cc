/**
 * Media engine in plain Java: intake, recording store, playback and export; nothing of jakarta.
 * This package holds the words the others share (which stream, where it comes from, what is wrong
 * with it) and uses none of them.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.media;
