package org.lynceus.shared;

/** Names of the server's executors that the center has for itself. */
public final class Executors {
  /**
   * For work that waits for devices, mail servers and the like. The default executor has two
   * threads for each processor and carries live pictures and news: nothing may wait there.
   */
  public static final String WORK = "java:jboss/ee/concurrency/executor/lynceus-work";

  private Executors() {}
}
