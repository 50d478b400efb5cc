/** Measurements: every number in docs/ref/performance.md comes from a command here. */
@org.jspecify.annotations.NullMarked
package org.lynceus.bench;
