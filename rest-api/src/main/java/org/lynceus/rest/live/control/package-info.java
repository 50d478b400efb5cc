/** Live control over HTTP: outputs, lens and picture, tours, aiming. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.live.control;
