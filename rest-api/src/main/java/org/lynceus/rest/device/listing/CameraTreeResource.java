package org.lynceus.rest.device.listing;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.organisation.Site;

/** The tree of cameras, a level at a time. */
@Path("camera-tree")
@Produces(MediaType.APPLICATION_JSON)
public class CameraTreeResource {
  @Inject private CameraTree tree;

  @GET
  @Operation(
      operationId = "getCameraTree",
      summary = "What lies directly below a site or a device, or the cameras that a search finds")
  public CameraTreeView get(
      @QueryParam("site") @Schema(description = "a site; without anything: the root")
          @Nullable UUID site,
      @QueryParam("device") @Schema(description = "a device, with all its cameras")
          @Nullable UUID device,
      @QueryParam("q") @Schema(description = "words in the names of camera, device or site")
          @Nullable String q) {
    if (q != null && !q.isBlank()) {
      return tree.search(q);
    }
    return device == null ? tree.site(site == null ? Site.ROOT : site) : tree.device(device);
  }
}
