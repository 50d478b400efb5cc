/** Cameras bound to things at which something happens. */
@org.jspecify.annotations.NullMarked
package org.lynceus.device.binding;
