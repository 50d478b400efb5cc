/** Long lists of devices and channels: what decides which rows are shown, and in which order. */
@org.jspecify.annotations.NullMarked
package org.lynceus.device.listing;
