/**
 * The ONVIF side of the simulated cameras, written without the center's codec on purpose: a camera
 * that shared it would share its mistakes.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.simulator.onvif;
