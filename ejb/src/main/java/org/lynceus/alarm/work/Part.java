package org.lynceus.alarm.work;

import org.lynceus.alarm.engine.Signal;
import org.lynceus.alarm.scheme.AlarmScheme;

/**
 * An event of a scheme that asks for an order.
 *
 * @param first whether it is what others wait for; else it waits itself
 */
record Part(AlarmScheme scheme, boolean first, AlarmKey key, Signal signal) {}
