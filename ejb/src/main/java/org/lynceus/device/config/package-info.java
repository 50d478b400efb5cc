/** How a device makes its pictures: the encoders of its streams, and the texts in them. */
@org.jspecify.annotations.NullMarked
package org.lynceus.device.config;
