/**
 * Proof that recordings are what was recorded: chains of digests, signed manifests, verification.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.evidence;
