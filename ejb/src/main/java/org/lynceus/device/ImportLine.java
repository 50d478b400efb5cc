package org.lynceus.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of what somebody wants to bring in, as it was written.
 *
 * @param number from 1, in the order given
 * @param site path such as {@code Root/Building A}, or an id; null: the root
 * @param homeNode the node that is to drive it, null: any
 * @param cells the whole row as it was, without the password
 */
public record ImportLine(
    int number,
    String name,
    String url,
    @Nullable String subUrl,
    @Nullable String certificate,
    @Nullable String username,
    @Nullable String password,
    @Nullable String site,
    @Nullable String homeNode,
    List<String> cells) {
  /** The draft of a device; throws with the reason when it is none. */
  DeviceDraft draft() {
    return DeviceDraft.of(name, url, subUrl, certificate, username, password);
  }
}
