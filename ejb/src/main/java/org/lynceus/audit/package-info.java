/** Who did what: the log, its chain and its verification. Knows no other domain. */
@org.jspecify.annotations.NullMarked
package org.lynceus.audit;
