/** Words and rules every domain uses: problems, ids, time, paging. */
@org.jspecify.annotations.NullMarked
package org.lynceus.shared;
