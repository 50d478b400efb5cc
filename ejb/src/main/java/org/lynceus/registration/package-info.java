/** Active registration: devices that dial in, their state, who knocked without being expected. */
@org.jspecify.annotations.NullMarked
package org.lynceus.registration;
