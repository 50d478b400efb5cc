/** Events: list and stream. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.event;
