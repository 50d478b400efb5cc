/** Media engine in plain Java: intake, recording store, playback and export. Nothing of jakarta. */
@org.jspecify.annotations.NullMarked
package org.lynceus.media;
