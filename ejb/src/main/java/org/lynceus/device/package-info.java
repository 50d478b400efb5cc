/** Devices, their channels and credentials. */
@org.jspecify.annotations.NullMarked
package org.lynceus.device;
