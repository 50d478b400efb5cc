/** Wakes the work on alarms and tells every node what was raised. */
@org.jspecify.annotations.NullMarked
package org.lynceus.jms.alarm;
