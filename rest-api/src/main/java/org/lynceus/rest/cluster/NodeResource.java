package org.lynceus.rest.cluster;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.lynceus.cluster.LocalNode;
import org.lynceus.cluster.NodeQueries;

/** Nodes of the center: which there are, and which of them are alive. */
@Path("nodes")
@Produces(MediaType.APPLICATION_JSON)
public class NodeResource {
  @Inject private NodeQueries queries;
  @Inject private LocalNode local;

  @GET
  @Operation(operationId = "listNodes", summary = "Nodes that were ever seen, by name")
  public NodeList list() {
    return new NodeList(
        queries.nodes().stream().map(node -> NodeSummary.of(node, local.name())).toList());
  }
}
