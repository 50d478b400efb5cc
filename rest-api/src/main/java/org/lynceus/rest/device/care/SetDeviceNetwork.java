package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.care.NetworkDraft;

/** What is to be set of a device's network; only the fields that are there. */
public record SetDeviceNetwork(
    @Nullable @Size(max = 63) String hostname,
    @Nullable @Size(max = 15) String gateway,
    @Nullable @Size(min = 1, max = 4) List<@NotNull @Size(max = 15) String> nameServers,
    @Nullable @Size(max = 100) @Schema(description = "token of the interface whose address is set")
        String card,
    @Nullable @Schema(description = "true: it asks for its address; false: it takes address")
        Boolean dhcp,
    @Nullable @Size(max = 15) String address,
    @Nullable Integer prefix) {
  NetworkDraft draft() {
    return new NetworkDraft(hostname, gateway, nameServers, card, dhcp, address, prefix);
  }
}
