/** Time templates. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.schedule;
