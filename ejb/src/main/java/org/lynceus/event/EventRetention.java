package org.lynceus.event;

/**
 * How long events are kept.
 *
 * @param days 7 to 400; what is older than so many whole days (UTC) goes
 */
public record EventRetention(int days, long version) {
  public static final int LEAST = 7;
  public static final int MOST = 400;
}
