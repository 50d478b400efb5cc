/** Device events on their way through the broker. */
@org.jspecify.annotations.NullMarked
package org.lynceus.jms.event;
