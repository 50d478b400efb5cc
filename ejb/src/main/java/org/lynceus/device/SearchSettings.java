package org.lynceus.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lynceus.protocols.discovery.AddressScan;
import org.lynceus.protocols.discovery.Subnet;
import org.lynceus.protocols.discovery.WsDiscovery;

/**
 * Where this node may look for devices: settings of the deployment, so that no account of the
 * center can make it knock at doors its operator did not open. By default private networks only,
 * and not this machine itself.
 */
@ApplicationScoped
public class SearchSettings {
  @Inject
  @ConfigProperty(
      name = "lynceus.search.networks",
      defaultValue = "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,169.254.0.0/16")
  private List<String> networks;

  @Inject
  @ConfigProperty(name = "lynceus.search.interfaces")
  private Optional<List<String>> interfaces;

  @Inject
  @ConfigProperty(name = "lynceus.search.targets")
  private Optional<List<String>> targets;

  @Inject
  @ConfigProperty(name = "lynceus.search.ports")
  private Optional<List<Integer>> ports;

  /** Networks that may be scanned. */
  public List<Subnet> networks() {
    return networks.stream().map(Subnet::parse).toList();
  }

  /** Interfaces through which devices are looked for by multicast. */
  List<NetworkInterface> interfaces() throws IOException {
    if (interfaces.isEmpty()) {
      return WsDiscovery.usualInterfaces();
    }
    List<NetworkInterface> chosen = new ArrayList<>();
    for (String name : interfaces.get()) {
      NetworkInterface one = NetworkInterface.getByName(name.strip());
      if (one != null && one.isUp()) {
        chosen.add(one);
      }
    }
    return chosen;
  }

  /** Hosts asked directly, written {@code host:port}; for networks that carry no multicast. */
  List<InetSocketAddress> targets() {
    return targets.orElse(List.of()).stream()
        .map(String::strip)
        .map(
            text ->
                new InetSocketAddress(
                    text.substring(0, text.lastIndexOf(':')),
                    Integer.parseInt(text.substring(text.lastIndexOf(':') + 1))))
        .toList();
  }

  /** Ports that a scan tries. */
  TreeSet<Integer> ports() {
    return new TreeSet<>(ports.orElse(AddressScan.USUAL_PORTS));
  }
}
