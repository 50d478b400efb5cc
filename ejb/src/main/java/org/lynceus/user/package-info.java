/** Roles and the caller. */
@org.jspecify.annotations.NullMarked
package org.lynceus.user;
