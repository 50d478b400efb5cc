package org.lynceus.rest.event;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.binding.BindingQueries;
import org.lynceus.device.binding.BoundCamera;
import org.lynceus.device.binding.ResourceKind;
import org.lynceus.device.binding.ResourcePart;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.DeviceEventType;
import org.lynceus.event.EventQueries;
import org.lynceus.event.StoredEvent;
import org.lynceus.event.intake.EventIntake;
import org.lynceus.shared.Page;

/** Stored events, newest first, and events that other systems tell. */
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
public class EventResource {
  @Inject private EventQueries queries;
  @Inject private BindingQueries bindings;
  @Inject private EventIntake intake;

  @GET
  @Operation(operationId = "listEvents", summary = "Events of all devices or of one, newest first")
  public EventPage list(
      @QueryParam("deviceId") @Nullable UUID deviceId,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("after") @Nullable String after) {
    Page<StoredEvent> page = queries.page(deviceId, limit, after);
    Map<ResourcePart, List<BoundCamera>> cameras = cameras(page.items());
    return new EventPage(
        page.items().stream().map(event -> EventView.of(event, of(event, cameras))).toList(),
        page.next());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "sendEvents",
      summary = "Takes events of another system; the same id of the same sender is stored once")
  public EventResults send(@Valid @NotNull SendEvents request) {
    return EventResults.of(
        intake.take(request.events().stream().map(SendEvents.Item::sent).toList()));
  }

  private static List<BoundCamera> of(
      StoredEvent event, Map<ResourcePart, List<BoundCamera>> cameras) {
    @Nullable ResourcePart input = input(event);
    return input == null ? List.of() : cameras.getOrDefault(input, List.of());
  }

  /** The cameras of the inputs that the events are about. */
  private Map<ResourcePart, List<BoundCamera>> cameras(List<StoredEvent> events) {
    Set<UUID> devices =
        events.stream()
            .flatMap(event -> Stream.ofNullable(input(event)))
            .map(ResourcePart::resource)
            .collect(Collectors.toSet());
    return bindings.cameras(ResourceKind.INPUT, devices).stream()
        .collect(Collectors.groupingBy(BoundCamera::at));
  }

  private static @Nullable ResourcePart input(StoredEvent stored) {
    DeviceEvent event = stored.event();
    UUID device = event.deviceId();
    String source = event.source();
    return event.type().equals(DeviceEventType.INPUT) && device != null && source != null
        ? ResourcePart.input(device, source)
        : null;
  }
}
