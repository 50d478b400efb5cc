/** Figures about alarms: how many, how fast they were handled, and what is wrong with them. */
@org.jspecify.annotations.NullMarked
package org.lynceus.alarm.report;
