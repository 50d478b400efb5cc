package org.lynceus.protocols.discovery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of IPv4 with the same beginning.
 *
 * @param first the lowest address as a number
 * @param bits length of the common beginning, 0 to 32
 */
public record Subnet(long first, int bits) {
  private static final Pattern TEXT = Pattern.compile("([0-9.]+)(?:/(\\d{1,2}))?");
  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

  public Subnet {
    if (bits < 0 || bits > 32) {
      throw new IllegalArgumentException("A network ends with /0 to /32");
    }
    first = bits == 0 ? 0 : first & (0xFFFF_FFFFL << (32 - bits)) & 0xFFFF_FFFFL;
  }

  /** Reads {@code 192.168.1.0/24} or one address. */
  public static Subnet parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no network such as 192.168.1.0/24");
    }
    return new Subnet(
        number(parts.group(1)), parts.group(2) == null ? 32 : Integer.parseInt(parts.group(2)));
  }

  public boolean contains(long address) {
    return new Subnet(address, bits).first == first;
  }

  public boolean contains(InetAddress address) {
    return address.getAddress().length == 4 && contains(number(address));
  }

  /** How many addresses. */
  public long size() {
    return 1L << (32 - bits);
  }

  @Override
  public String toString() {
    return address(first).getHostAddress() + "/" + bits;
  }

  /** An address in dotted form as a number. */
  static long number(String address) {
    Matcher parts = ADDRESS.matcher(address);
    long number = 0;
    boolean good = parts.matches();
    for (int i = 1; good && i <= 4; i++) {
      int part = Integer.parseInt(parts.group(i));
      good = part <= 255;
      number = number << 8 | part;
    }
    if (!good) {
      throw new IllegalArgumentException("\"" + address + "\" is no address such as 192.168.1.10");
    }
    return number;
  }

  static long number(InetAddress address) {
    long number = 0;
    for (byte part : address.getAddress()) {
      number = number << 8 | part & 0xFF;
    }
    return number;
  }

  static InetAddress address(long number) {
    try {
      return InetAddress.getByAddress(
          new byte[] {
            (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number
          });
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
