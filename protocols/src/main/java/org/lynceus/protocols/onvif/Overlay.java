package org.lynceus.protocols.onvif;

import org.jspecify.annotations.Nullable;

/**
 * A text that a device writes into its picture (ONVIF OSDConfiguration).
 *
 * @param content what it is
 */
public record Overlay(String token, Content content) {

  /**
   * What is written, where.
   *
   * @param text of PLAIN, else empty
   * @param x from -1 (left) to 1 (right), only with CUSTOM
   * @param y from -1 (bottom) to 1 (top), only with CUSTOM
   * @param fontSize in the device's own unit
   * @param dateFormat in the device's own words, for example {@code yyyy-MM-dd}
   */
  public record Content(
      OverlayKind kind,
      String text,
      OverlayPosition position,
      @Nullable Double x,
      @Nullable Double y,
      @Nullable Integer fontSize,
      @Nullable String dateFormat,
      @Nullable String timeFormat) {}
}
