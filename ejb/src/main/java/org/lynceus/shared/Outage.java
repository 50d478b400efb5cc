package org.lynceus.shared;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, full or too busy from work that fails by itself. */
public final class Outage {
  /**
   * Classes of SQLSTATE: connection (08), rolled back (40), resources (53), limits and state (55),
   * stopped by an operator (57), system (58).
   */
  private static final String FLEETING = "(08|40|53|55|57|58).*";

  private Outage() {}

  /** Whether the same may work later, because the database is what failed. */
  public static boolean caused(Throwable failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.matches(FLEETING);
      }
    }
    return false;
  }

  /** The innermost cause in one line. */
  public static String words(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getClass().getSimpleName() + ": " + last.getMessage();
  }
}
