/** Live video over WebSocket. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.live;
