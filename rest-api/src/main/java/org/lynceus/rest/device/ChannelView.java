package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ChannelRecord;
import org.lynceus.media.engine.StreamStatus;
import org.lynceus.recording.RecordingRecord;
import org.lynceus.rest.recording.RecordingView;
import org.lynceus.rest.shared.ReasonView;
import org.lynceus.user.Function;

/** A channel with its state now. */
public record ChannelView(
    @NotNull UUID id,
    @NotNull UUID deviceId,
    @NotNull UUID siteId,
    @NotNull String name,
    @NotNull ConnectionState state,
    @Nullable ReasonView reason,
    @NotNull List<StreamView> streams,
    @NotNull @Schema(description = "whether it can be moved") Boolean ptz,
    @NotNull @Schema(description = "whether its outputs, its lens and the like can be asked for")
        Boolean controls,
    @NotNull RecordingView recording,
    @NotNull @Schema(description = "what the caller may do here, for example live.view")
        List<String> functions) {

  static ChannelView of(
      ChannelRecord channel,
      RecordingRecord recording,
      DeviceNow now,
      @Nullable StreamStatus status,
      Set<Function> functions) {
    return new ChannelView(
        channel.id(),
        channel.deviceId(),
        channel.siteId(),
        channel.name(),
        now.state(),
        now.reason(),
        streams(channel, status),
        channel.ptz(),
        channel.onvif(),
        RecordingView.of(recording),
        functions.stream().map(Function::word).toList());
  }

  private static List<StreamView> streams(ChannelRecord channel, @Nullable StreamStatus status) {
    StreamView main = StreamView.of(channel, status == null ? null : status.description());
    return channel.sub() == null
        ? List.of(main)
        : List.of(main, StreamView.of("SUB", channel.sub()));
  }
}
