package org.lynceus.protocols.registration;

import org.jspecify.annotations.Nullable;

/**
 * A channel as the device's settings tell it.
 *
 * @param name as shown in its picture; may be empty
 * @param sub null when the device has no second stream there
 * @param moves whether its head does
 */
public record CgiChannel(
    String name, @Nullable Picture main, @Nullable Picture sub, boolean moves) {
  /**
   * Codec and size of a stream.
   *
   * @param codec as the center writes it, for example {@code H264}
   * @param width 0 when the device does not tell it
   */
  public record Picture(String codec, int width, int height) {}
}
