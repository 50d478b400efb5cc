/** Long lists of devices and channels, and the tree of cameras. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.device.listing;
