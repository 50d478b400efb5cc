/** Live streams for players of third parties: low-latency HLS out of a subscription. */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.live;
