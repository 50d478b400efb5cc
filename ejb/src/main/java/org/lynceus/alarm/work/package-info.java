/** Makes alarms of stored events: each event counts once, on whatever node. */
@org.jspecify.annotations.NullMarked
package org.lynceus.alarm.work;
