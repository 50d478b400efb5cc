/** The nodes of the center. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.cluster;
