/** Alarms and alarm schemes over HTTP. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.alarm;
