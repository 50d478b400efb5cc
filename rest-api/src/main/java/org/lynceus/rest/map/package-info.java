/** E-maps over REST. */
@NullMarked
package org.lynceus.rest.map;

import org.jspecify.annotations.NullMarked;
