/** The tree of sites. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.organisation;
