/** Sessions of users: who is signed in from where, and the ways in which a session ends. */
@org.jspecify.annotations.NullMarked
package org.lynceus.user.session;
