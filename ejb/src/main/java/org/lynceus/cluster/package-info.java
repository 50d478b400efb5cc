/** Nodes and leases: who may work on what. */
@org.jspecify.annotations.NullMarked
package org.lynceus.cluster;
