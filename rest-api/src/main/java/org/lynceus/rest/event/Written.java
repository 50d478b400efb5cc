package org.lynceus.rest.event;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What many readers are told, written once: as JSON, one by one and all together. */
final class Written<T> {
  private final List<T> items;
  private final List<String> json;
  private final String all;

  /**
   * @param form the JSON of one
   */
  Written(List<T> items, Function<T, String> form) {
    this.items = items;
    this.json = items.stream().map(form).toList();
    this.all = "[" + String.join(",", json) + "]";
  }

  List<T> items() {
    return items;
  }

  /** An array of those that a reader sees, null when he sees none. */
  @Nullable String seen(Predicate<T> sees) {
    StringJoiner some = new StringJoiner(",", "[", "]");
    int count = 0;
    for (int i = 0; i < items.size(); i++) {
      if (sees.test(items.get(i))) {
        count++;
        some.add(json.get(i));
      }
    }
    return count == 0 ? null : count == items.size() ? all : some.toString();
  }
}
