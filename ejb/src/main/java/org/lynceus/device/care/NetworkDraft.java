package org.lynceus.device.care;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;

/**
 * What is to be set of a device's network, checked; null leaves it as it is.
 *
 * @param card token of the interface whose address is set
 * @param dhcp true: it asks for its address; false: it takes {@code address}
 * @param address IPv4
 * @param prefix length of the network, 8 to 30
 */
public record NetworkDraft(
    @Nullable String hostname,
    @Nullable String gateway,
    @Nullable List<String> nameServers,
    @Nullable String card,
    @Nullable Boolean dhcp,
    @Nullable String address,
    @Nullable Integer prefix) {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final Pattern PART = Pattern.compile("25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d");

  /** Refuses what no device can be set to. */
  public NetworkDraft checked() {
    if (hostname != null && !NAME.matcher(hostname).matches()) {
      throw DomainException.invalid(
          "/hostname", "A host name has letters, digits and hyphens, at most 63.");
    }
    if (gateway != null) {
      host("/gateway", gateway);
    }
    if (nameServers != null) {
      nameServers.forEach(server -> host("/nameServers", server));
    }
    if (Boolean.FALSE.equals(dhcp)) {
      int length = prefix == null ? 0 : prefix;
      if (length < 8 || length > 30) {
        throw DomainException.invalid("/prefix", "The length of the network is 8 to 30.");
      }
      int number = host("/address", address == null ? "" : address);
      int inside = number & ((1 << (32 - length)) - 1);
      if (inside == 0 || inside == (1 << (32 - length)) - 1) {
        throw DomainException.invalid(
            "/address", "This is the network itself or its broadcast, no address of a device.");
      }
    }
    if (dhcp != null && (card == null || card.isBlank())) {
      throw DomainException.invalid("/card", "Say which interface is set.");
    }
    return this;
  }

  /** The address as a number; refuses what is no address of one host. */
  private static int host(String pointer, String text) {
    String[] parts = text.split("\\.", -1);
    int number = 0;
    boolean good = parts.length == 4;
    for (String part : parts) {
      good = good && PART.matcher(part).matches();
      number = good ? number << 8 | Integer.parseInt(part) : 0;
    }
    int first = number >>> 24;
    if (!good || first == 0 || first >= 224) {
      throw DomainException.invalid(pointer, "This is no IPv4 address of a device.");
    }
    return number;
  }
}
