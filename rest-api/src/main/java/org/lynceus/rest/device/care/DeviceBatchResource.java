package org.lynceus.rest.device.care;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.care.BatchItem;
import org.lynceus.device.care.DeviceBatch;
import org.lynceus.device.care.DeviceBatchService;
import org.lynceus.shared.Page;

/** One act on many devices, by a job that asks each of them. One's own only. */
@Path("device-batches")
@Produces(MediaType.APPLICATION_JSON)
public class DeviceBatchResource {
  @Inject private DeviceBatchService service;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addDeviceBatch",
      summary = "Orders an act on many devices; each is told with what became of it")
  @APIResponse(
      responseCode = "202",
      description = "Ordered; its job has begun",
      content = @Content(schema = @Schema(implementation = DeviceBatchView.class)))
  public Response add(@Valid @NotNull AddDeviceBatch request) {
    DeviceBatch batch = service.order(request.deviceIds(), request.order());
    return Response.accepted(DeviceBatchView.of(batch))
        .location(URI.create("v1/device-batches/" + batch.id()))
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getDeviceBatch", summary = "How far an act on many devices is")
  public DeviceBatchView get(@PathParam("id") UUID id) {
    return DeviceBatchView.of(service.find(id));
  }

  @GET
  @Path("{id}/items")
  @Operation(operationId = "listBatchItems", summary = "Its devices, each with what became of it")
  public BatchItemPage items(
      @PathParam("id") UUID id,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<BatchItem> page = service.items(id, limit, after);
    return new BatchItemPage(page.items().stream().map(BatchItemView::of).toList(), page.next());
  }
}
