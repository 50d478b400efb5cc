/** How a device makes its pictures: encoders, and texts in the picture. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.device.config;
