package org.lynceus.rest.system;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.lynceus.cluster.LocalNode;
import org.lynceus.system.ServiceState;
import org.lynceus.system.SystemQueries;

/** Version, nodes, services and their state. */
@Path("system")
@Produces(MediaType.APPLICATION_JSON)
public class SystemResource {
  @Inject private SystemQueries queries;
  @Inject private LocalNode node;
  @Inject private Clock clock;

  @GET
  @Operation(operationId = "getSystem", summary = "Version, nodes, services and their state")
  public SystemView get() {
    List<ServiceState> services = queries.services();
    return new SystemView(
        version(),
        clock.instant(),
        List.of(SystemView.Node.of(node.name(), node.startedAt(), services)),
        queries.volumes().stream().map(SystemView.VolumeView::of).toList());
  }

  private static String version() {
    String version = SystemResource.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
