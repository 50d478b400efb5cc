/** What becomes of signals: pure functions without clock and database. */
@org.jspecify.annotations.NullMarked
package org.lynceus.alarm.engine;
