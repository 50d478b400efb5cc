package org.lynceus.rest.cluster;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.cluster.LocalNode;
import org.lynceus.cluster.NodeQueries;
import org.lynceus.cluster.NodeService;

/** Nodes of the center: which there are, and which of them are alive. */
@Path("nodes")
@Produces(MediaType.APPLICATION_JSON)
public class NodeResource {
  @Inject private NodeQueries queries;
  @Inject private NodeService service;
  @Inject private LocalNode local;

  @GET
  @Operation(operationId = "listNodes", summary = "Nodes that are known, by name")
  public NodeList list() {
    return new NodeList(
        queries.nodes().stream().map(node -> NodeSummary.of(node, local.name())).toList());
  }

  @DELETE
  @Path("{name}")
  @Operation(
      operationId = "forgetNode",
      summary = "Forgets a node that is gone; one that returns is known again")
  @APIResponse(responseCode = "204", description = "Forgotten")
  public void forget(@PathParam("name") String name) {
    service.forget(name);
  }
}
