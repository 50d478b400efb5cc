/** Events that other systems tell. */
@org.jspecify.annotations.NullMarked
package org.lynceus.event.intake;
