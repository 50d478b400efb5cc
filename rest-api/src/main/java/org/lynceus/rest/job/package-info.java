/** Long work. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.job;
