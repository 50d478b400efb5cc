package org.lynceus.device;

/**
 * How a camera's head is reached.
 *
 * @param profile token of the ONVIF profile
 */
public record PtzTarget(OnvifTarget device, String profile) {}
