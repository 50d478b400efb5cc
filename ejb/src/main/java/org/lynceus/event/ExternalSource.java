package org.lynceus.event;

import org.jspecify.annotations.Nullable;

/** The source of an event that is about a thing which only another system knows. */
public final class ExternalSource {
  /** Parts of the center never begin so. */
  private static final String MARK = "external ";

  private ExternalSource() {}

  /** The source as it is stored, of a thing and perhaps a part of it. */
  public static String of(String thing, @Nullable String part) {
    return MARK + thing.strip() + (part == null ? "" : ": " + part);
  }

  /** The source as people read it. */
  public static String name(String source) {
    return source.startsWith(MARK) ? source.substring(MARK.length()) : source;
  }
}
