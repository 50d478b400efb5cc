/** The caller's session. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.user;
