/** State of the center and its readiness. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.system;
