package org.lynceus.rest.system;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
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
        queries.volumes().stream().map(SystemView.VolumeView::of).toList(),
        List.of(
            new SystemView.HelperView(
                "ffmpeg", queries.ffmpeg().state(), queries.ffmpeg().detail())));
  }

  /** The version of the build, from the properties file that Maven fills in. */
  private static String version() {
    try (InputStream in = SystemResource.class.getResourceAsStream("/lynceus.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(in));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
