package org.lynceus.recording;

/**
 * Recording plans, triggers, retention or volume groups were changed; observe it after the
 * transaction's success.
 */
public record PlansChanged() {}
