package org.lynceus.simulator.registration;

/**
 * What can be seen of a registering device.
 *
 * @param keepAlives answered since it signed in
 * @param rejected sign-ins it refused since it exists
 * @param attached whether the center listens to its events
 * @param ptz the last order to its head; empty when there was none
 */
public record DeviceState(
    String id,
    boolean registered,
    int dials,
    int keepAlives,
    int rejected,
    boolean attached,
    String ptz) {}
