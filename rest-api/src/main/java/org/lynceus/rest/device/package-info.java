/** Devices and channels over HTTP. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.device;
