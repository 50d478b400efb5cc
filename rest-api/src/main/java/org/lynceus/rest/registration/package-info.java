/** Active registration over HTTP. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.registration;
