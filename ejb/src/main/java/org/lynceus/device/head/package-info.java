/** Heads of cameras, moved alike whatever the protocol of the device. */
package org.lynceus.device.head;
