/** Does what schemes say when an alarm is raised: each action once, on whatever node. */
@org.jspecify.annotations.NullMarked
package org.lynceus.alarm.linkage;
