/** Time templates: when something is active, by weekday and holiday. */
@org.jspecify.annotations.NullMarked
package org.lynceus.schedule;
