/**
 * Finding devices: WS-Discovery by multicast, and a scan of a range of addresses. Neither ever
 * presents a password.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.protocols.discovery;
