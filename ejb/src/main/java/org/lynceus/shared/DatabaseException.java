package org.lynceus.shared;

/** The database refused or is away; wraps what JDBC said. */
public class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseException(Throwable cause) {
    super(cause);
  }
}
