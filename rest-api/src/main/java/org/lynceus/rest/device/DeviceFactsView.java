package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.DeviceFacts;

/** What an ONVIF device says of its clock, network and accounts now. */
public record DeviceFactsView(
    @Nullable @Schema(description = "how far its clock is ahead of the center's")
        Long clockOffsetMillis,
    @NotNull Boolean asksTimeServers,
    @NotNull @Schema(description = "POSIX time zone") String zone,
    @NotNull List<String> timeServers,
    @NotNull String hostname,
    @NotNull String gateway,
    @NotNull List<CardView> network,
    @NotNull List<String> nameServers,
    @NotNull List<AccountView> users) {
  /** A network interface. */
  @Schema(name = "DeviceNetworkCard")
  public record CardView(
      @NotNull @Schema(description = "by which it is set") String token,
      @NotNull String name,
      @NotNull String mac,
      @NotNull String address,
      @NotNull Boolean dhcp) {}

  /** An account of the device. */
  @Schema(name = "DeviceAccount")
  public record AccountView(@NotNull String name, @NotNull String level) {}

  static DeviceFactsView of(DeviceFacts facts) {
    return new DeviceFactsView(
        facts.clockOffsetMillis(),
        facts.asksTimeServers(),
        facts.zone(),
        facts.timeServers(),
        facts.hostname(),
        facts.gateway(),
        facts.network().stream()
            .map(
                card ->
                    new CardView(
                        card.token(), card.name(), card.mac(), card.address(), card.dhcp()))
            .toList(),
        facts.nameServers(),
        facts.users().stream().map(user -> new AccountView(user.name(), user.level())).toList());
  }
}
