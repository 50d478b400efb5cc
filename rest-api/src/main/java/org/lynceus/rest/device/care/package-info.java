/** Acts on many devices and the settings of a device, over HTTP. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.device.care;
