/** Schema, settings and the state of the services. */
@org.jspecify.annotations.NullMarked
package org.lynceus.system;
