/**
 * Active registration: devices that dial in by HTTP ({@code autoRegist}) and are then asked over
 * the connection they opened. Plain Java; what is stored and who is told is decided above.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.protocols.registration;
