/**
 * Finding devices, by WS-Discovery and by a scan of a range of addresses, and watching whether
 * those found are still there. None of it ever presents a password.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.protocols.discovery;
