package org.lynceus.event.dead;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port to the queue {@code lynceus.dead} of this node's broker. */
public interface DeadLetterBox {
  /** The oldest, at most so many. */
  List<DeadLetter> oldest(int most);

  /** One of them, null when it is not there. */
  @Nullable DeadLetter find(UUID id);

  /** Puts it back to where it came from, all or nothing; false when it is not there. */
  boolean replay(UUID id);

  /** Removes it; false when it is not there. */
  boolean drop(UUID id);
}
