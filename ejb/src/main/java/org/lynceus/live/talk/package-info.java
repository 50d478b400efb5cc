/** Talking to cameras: one talker a camera, from the microphone to the backchannel. */
@org.jspecify.annotations.NullMarked
package org.lynceus.live.talk;
