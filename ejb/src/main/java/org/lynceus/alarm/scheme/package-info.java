/** Alarm schemes: what is an alarm, when, how important, and for whom. */
@org.jspecify.annotations.NullMarked
package org.lynceus.alarm.scheme;
