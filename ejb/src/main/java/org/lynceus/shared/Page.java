package org.lynceus.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list read by key: the items, and the key to ask the next page with, null at the
 * end.
 */
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }

  /** Cuts a list that was read with one row more than the limit. */
  public static <T> Page<T> cut(List<T> rows, int limit, Function<T, PageKey> key) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, key.apply(items.get(limit - 1)).encode());
  }

  /** The same page with other items. */
  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }
}
