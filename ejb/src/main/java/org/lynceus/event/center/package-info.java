/**
 * What the center finds out about itself and tells as events: lost nodes, queues, messages put
 * aside.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.event.center;
