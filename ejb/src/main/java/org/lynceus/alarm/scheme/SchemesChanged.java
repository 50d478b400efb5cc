package org.lynceus.alarm.scheme;

/** Schemes were changed; observe it after the transaction's success. */
public record SchemesChanged() {}
