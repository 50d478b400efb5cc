package org.lynceus.media.engine;

import org.jspecify.annotations.Nullable;

/**
 * A viewer's end of a live stream: a queue bounded in bytes. A viewer that does not poll loses
 * frames up to a later key frame and delays nobody. Safe for use by any thread.
 */
public interface LiveSubscription extends AutoCloseable {
  /**
   * The next message, or null when there is none now; {@code ready} is called when there is one
   * again.
   */
  @Nullable LiveMessage poll();

  /** Ends the subscription; a stream that nobody else watches or records is no longer pulled. */
  @Override
  void close();
}
