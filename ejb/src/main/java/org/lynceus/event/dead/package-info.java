/** Messages that could not be handled, and what is done about them. */
@org.jspecify.annotations.NullMarked
package org.lynceus.event.dead;
