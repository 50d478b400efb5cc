/** Alarms: made of events by schemes, handled by people. */
@org.jspecify.annotations.NullMarked
package org.lynceus.alarm;
