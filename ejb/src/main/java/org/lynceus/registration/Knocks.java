package org.lynceus.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hundred ids that knocked last and were unknown, so that an owner can add them. */
final class Knocks {
  static final int MOST = 100;

  private final Map<String, Knock> byId =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Knock> eldest) {
          return size() > MOST;
        }
      };

  synchronized void add(String id, String deviceClass, String address, Instant at) {
    Knock before = byId.get(id);
    int times = before == null ? 1 : before.times() + 1;
    byId.put(id, new Knock(id, deviceClass, address, at, times));
  }

  /** It was added meanwhile. */
  synchronized void forget(String id) {
    byId.remove(id);
  }

  /** The newest first. */
  synchronized List<Knock> all() {
    List<Knock> all = new ArrayList<>(byId.values());
    Collections.reverse(all);
    return all;
  }
}
