package org.lynceus.user;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A network as an address and how many of its first bits count, such as {@code 10.1.0.0/16} or
 * {@code 2001:db8::/32} (RFC 4632, RFC 4291); an address alone is a network of itself. Names are
 * none, so nothing is ever looked up. An IPv4 address inside an IPv6 one counts as the former.
 *
 * @param text address and bits, the address as it is written usually and without its other bits
 */
public record NetworkRange(String text) {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final int LONGEST = 60;

  /** Reads what a person typed, null when it is no network. */
  public static @Nullable NetworkRange of(String typed) {
    String[] parts = typed.strip().split("/", -1);
    byte @Nullable [] address = bytes(parts[0]);
    if (address == null || parts.length > 2 || typed.length() > LONGEST) {
      return null;
    }
    int bits = address.length * 8;
    if (parts.length == 2) {
      if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > bits) {
        return null;
      }
      bits = Integer.parseInt(parts[1]);
    }
    for (int i = 0; i < address.length * 8; i++) {
      if (i >= bits) {
        address[i / 8] &= (byte) ~(0x80 >> (i % 8));
      }
    }
    try {
      return new NetworkRange(InetAddress.getByAddress(address).getHostAddress() + "/" + bits);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether an address lies in it; what is no address lies nowhere. */
  public boolean contains(@Nullable String address) {
    String[] parts = text.split("/", -1);
    byte @Nullable [] own = bytes(parts[0]);
    byte @Nullable [] other = address == null ? null : bytes(address);
    if (own == null || other == null || own.length != other.length) {
      return false;
    }
    int bits = Integer.parseInt(parts[1]);
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % 8);
      if ((own[i / 8] & mask) != (other[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static byte @Nullable [] bytes(String address) {
    int zone = address.indexOf('%');
    String bare = zone < 0 ? address : address.substring(0, zone);
    if (bare.length() > LONGEST || !(V4.matcher(bare).matches() || V6.matcher(bare).matches())) {
      return null;
    }
    try {
      return InetAddress.getByName(bare).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
