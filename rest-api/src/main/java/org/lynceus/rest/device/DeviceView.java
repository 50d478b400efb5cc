package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.rest.shared.ReasonView;

/** A device with its state now and its channels; never with its password. */
public record DeviceView(
    @NotNull UUID id,
    @NotNull String name,
    @NotNull UUID siteId,
    @NotNull String url,
    @Nullable String subUrl,
    @Nullable String certificate,
    @Nullable String username,
    @NotNull DeviceProtocol protocol,
    @NotNull IdentityView identity,
    @NotNull ConnectionState state,
    @Nullable ReasonView reason,
    @Nullable Instant since,
    @Nullable
        @Schema(description = "where a device that dials in dials from; absent while it is away")
        String dialledFrom,
    @Nullable @Schema(description = "the node that drives it as long as it is alive; absent: any")
        String homeNode,
    @Nullable @Schema(description = "the node that drives it now; absent: none does") String node,
    @NotNull @Schema(description = "the first of its channels, as many as were asked for")
        List<ChannelView> channels,
    @NotNull @Schema(description = "how many channels it has") Integer channelCount,
    @NotNull @Schema(description = "what the caller may do with the device as a whole")
        List<String> functions,
    @NotNull Long version) {}
