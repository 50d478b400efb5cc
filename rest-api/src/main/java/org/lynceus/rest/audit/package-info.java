/** The audit log over HTTP. */
@org.jspecify.annotations.NullMarked
package org.lynceus.rest.audit;
