/** What every resource needs: problems, versions, request checks. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.shared;
