package org.lynceus.rest.device.listing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.rest.device.ConnectionState;
import org.lynceus.rest.shared.ReasonView;

/** A level of the tree of cameras: what lies directly below a site or a device. */
public record CameraTreeView(
    @NotNull @Schema(description = "cameras at the site and below it") CameraCount count,
    @NotNull List<CameraTreeSite> sites,
    @NotNull List<CameraTreeDevice> devices,
    @NotNull @Schema(description = "whether a search found more than it tells") Boolean more) {

  /** How many cameras there are, and how many of them are online. */
  @Schema(name = "CameraCount")
  public record CameraCount(@NotNull Integer online, @NotNull Integer total) {}

  /** A site that has cameras, or has some below it. */
  @Schema(name = "CameraTreeSite")
  public record CameraTreeSite(
      @NotNull UUID id, @NotNull String name, @NotNull CameraCount count) {}

  /** A device with cameras. */
  @Schema(name = "CameraTreeDevice")
  public record CameraTreeDevice(
      @NotNull UUID id,
      @NotNull String name,
      @NotNull ConnectionState state,
      @Nullable ReasonView reason,
      @NotNull CameraCount count,
      @Nullable @Schema(description = "absent where the level is large: ask for the device")
          List<CameraTreeChannel> channels) {}

  /** A camera. */
  @Schema(name = "CameraTreeChannel")
  public record CameraTreeChannel(
      @NotNull UUID id,
      @NotNull UUID deviceId,
      @NotNull String name,
      @NotNull ConnectionState state,
      @NotNull Boolean recording) {}
}
