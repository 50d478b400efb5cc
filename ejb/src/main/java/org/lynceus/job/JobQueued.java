package org.lynceus.job;

/** A job waits; observe it after the transaction's success. */
public record JobQueued() {}
