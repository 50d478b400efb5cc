package org.lynceus.device;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A picture source that a device offers.
 *
 * @param url of the main stream; null: the device's own address
 * @param subUrl of the sub stream; null: the device's own, if any
 * @param ptzProfile token of the ONVIF profile that moves it, or {@link #DIALLED}; null: nothing
 *     moves
 */
public record OfferedChannel(
    StreamOffer main,
    @Nullable StreamOffer sub,
    @Nullable URI url,
    @Nullable URI subUrl,
    @Nullable String ptzProfile) {
  /** Stands for the profile where a device that dials in moves its camera. */
  public static final String DIALLED = "cgi";
}
