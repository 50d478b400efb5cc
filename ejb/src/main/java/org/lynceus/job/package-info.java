/** Long work with a state that users list, pause, cancel and repeat. */
@org.jspecify.annotations.NullMarked
package org.lynceus.job;
