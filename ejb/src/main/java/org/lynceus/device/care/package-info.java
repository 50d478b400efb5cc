/** Acts on many devices at once, and the settings that lie in the device itself. */
@org.jspecify.annotations.NullMarked
package org.lynceus.device.care;
