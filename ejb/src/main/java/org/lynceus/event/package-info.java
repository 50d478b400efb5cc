/** Facts from devices: stored once, in order, and told to everybody. */
@org.jspecify.annotations.NullMarked
package org.lynceus.event;
