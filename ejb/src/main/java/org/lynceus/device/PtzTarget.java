package org.lynceus.device;

/**
 * How a camera's head is reached.
 *
 * @param number of the channel at its device, from 1
 * @param profile token of the ONVIF profile; {@link OfferedChannel#DIALLED} where the device dials
 *     in
 */
public record PtzTarget(OnvifTarget device, int number, String profile) {}
