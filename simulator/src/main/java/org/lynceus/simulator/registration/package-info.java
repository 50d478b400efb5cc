/**
 * Devices that dial in at a center (active registration by HTTP) and answer it over the connection
 * they opened. Written without the center's own codec.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.simulator.registration;
