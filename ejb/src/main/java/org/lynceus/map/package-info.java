/** E-maps: floor plans in a tree, with cameras, inputs and ways to further maps marked on them. */
@NullMarked
package org.lynceus.map;

import org.jspecify.annotations.NullMarked;
