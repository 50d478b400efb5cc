package org.lynceus.rest.system;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.live.Ffmpeg;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeState;
import org.lynceus.media.store.VolumeStatus;
import org.lynceus.system.ServiceState;

/** The center as a whole. */
public record SystemView(
    @NotNull String version,
    @NotNull Instant time,
    @NotNull List<Node> nodes,
    @NotNull List<VolumeView> volumes,
    @NotNull @Schema(description = "optional programs beside the center")
        List<HelperView> helpers) {

  /** An optional program beside the center. */
  @Schema(name = "HelperView")
  public record HelperView(
      @NotNull String name, @NotNull Ffmpeg.State state, @NotNull String detail) {}

  /** One node and its services; it is as bad as the worst of them. */
  @Schema(name = "NodeView")
  public record Node(
      @NotNull String name,
      @NotNull ServiceState.Health state,
      @NotNull Instant startedAt,
      @NotNull List<ServiceView> services) {
    static Node of(String name, Instant startedAt, List<ServiceState> services) {
      ServiceState.Health worst =
          services.stream()
              .map(ServiceState::state)
              .max(java.util.Comparator.naturalOrder())
              .orElse(ServiceState.Health.UP);
      ServiceState.Health state =
          worst == ServiceState.Health.DOWN ? ServiceState.Health.DEGRADED : worst;
      return new Node(name, state, startedAt, services.stream().map(ServiceView::of).toList());
    }
  }

  /** One service of a node. */
  @Schema(name = "ServiceView")
  public record ServiceView(
      @NotNull @Schema(examples = {"database", "messaging", "media", "recording", "sign-in"})
          String name,
      @NotNull ServiceState.Health state,
      @Nullable String detail) {
    static ServiceView of(ServiceState service) {
      return new ServiceView(service.name(), service.state(), service.detail());
    }
  }

  /** One volume of this node. */
  @Schema(name = "VolumeSummary")
  public record VolumeView(
      @NotNull UUID id,
      @NotNull String path,
      @NotNull VolumeState state,
      @Nullable String detail,
      @NotNull Long totalBytes,
      @NotNull Long freeBytes,
      @NotNull Long reserveBytes) {
    static VolumeView of(Volume volume) {
      VolumeStatus status = volume.status();
      return new VolumeView(
          volume.id(),
          volume.directory().toString(),
          status.state(),
          status.detail().isEmpty() ? null : status.detail(),
          status.totalBytes(),
          status.freeBytes(),
          status.reserveBytes());
    }
  }
}
