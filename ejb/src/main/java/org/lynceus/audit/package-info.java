/** Who did what. */
@org.jspecify.annotations.NullMarked
package org.lynceus.audit;
