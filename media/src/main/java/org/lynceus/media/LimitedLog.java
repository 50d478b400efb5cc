package org.lynceus.media;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Writes log lines about failures that may come again and again, at most ten a minute from one
 * place; the line after a pause says how many were left out.
 */
public final class LimitedLog {
  private static final int MOST = 10;
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final System.Logger log;
  private final LongSupplier nanoTime;
  private final LogLimit limit = new LogLimit(MOST, PERIOD);

  public LimitedLog(System.Logger log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
  }

  public void log(System.Logger.Level level, String text, Throwable failure) {
    limit
        .line(nanoTime.getAsLong())
        .ifPresent(
            leftOut ->
                log.log(
                    level,
                    leftOut == 0 ? text : text + " (" + leftOut + " such lines were left out)",
                    failure));
  }
}
