/** Roles, rights and the caller. */
@org.jspecify.annotations.NullMarked
package org.lynceus.user;
