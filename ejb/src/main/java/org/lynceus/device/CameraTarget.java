package org.lynceus.device;

import org.jspecify.annotations.Nullable;

/**
 * How the camera of a channel is controlled beyond its streams.
 *
 * @param number of the channel in its device, from 1
 * @param ptzProfile token of the ONVIF profile that moves it; null when it does not move
 */
public record CameraTarget(OnvifTarget device, int number, @Nullable String ptzProfile) {}
