package org.lynceus.protocols.discovery;

import java.net.InetAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Chooses where a device that was found is reached. Devices name addresses of all their networks,
 * and stale ones; the one they answered from is reachable for sure. So: an address at the sender,
 * else one in a network of ours, else the first with the sender's host in its place.
 */
final class MatchAddress {
  private MatchAddress() {}

  /** The address of the device service, empty when none makes sense. */
  static Optional<URI> choose(List<String> told, InetAddress sender, Collection<Subnet> ours) {
    List<URI> usable = told.stream().flatMap(one -> read(one).stream()).toList();
    return usable.stream()
        .filter(one -> sender.getHostAddress().equals(one.getHost()))
        .findFirst()
        .or(() -> usable.stream().filter(one -> near(one, ours)).findFirst())
        .or(() -> usable.stream().findFirst().flatMap(one -> at(one, sender)));
  }

  private static boolean near(URI address, Collection<Subnet> ours) {
    try {
      long number = Subnet.number(address.getHost());
      return ours.stream().anyMatch(subnet -> subnet.contains(number));
    } catch (IllegalArgumentException noNumber) {
      return false;
    }
  }

  private static Optional<URI> at(URI address, InetAddress sender) {
    String port = address.getPort() > 0 ? ":" + address.getPort() : "";
    return read(
        address.getScheme() + "://" + sender.getHostAddress() + port + address.getRawPath());
  }

  /** Empty for anything but a plain http(s) address without credentials and query. */
  private static Optional<URI> read(String text) {
    try {
      URI address = new URI(text);
      String scheme = String.valueOf(address.getScheme());
      boolean good =
          (scheme.equals("http") || scheme.equals("https"))
              && address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getPort() != 0
              && address.getPort() <= 65_535
              && address.getRawQuery() == null
              && address.getRawFragment() == null
              && text.length() <= 300;
      return good ? Optional.of(address) : Optional.empty();
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }
}
