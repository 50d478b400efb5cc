package org.lynceus.protocols.discovery;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Addresses to scan, both ends included, at most {@value #MOST}. A network's own address and its
 * broadcast address are left out.
 */
public record AddressRange(long from, long to) {
  /** The most addresses of a range. */
  public static final int MOST = 1024;

  public AddressRange {
    if (to < from) {
      throw new IllegalArgumentException("The range ends before it begins");
    }
    if (to - from >= MOST) {
      throw new IllegalArgumentException("A range has at most " + MOST + " addresses");
    }
  }

  /**
   * Reads {@code 192.168.1.0/24}, {@code 192.168.1.10-192.168.1.90}, {@code 192.168.1.10-90} or one
   * address; throws IllegalArgumentException with a sentence for anything else.
   */
  public static AddressRange parse(String text) {
    String range = text.strip();
    if (range.length() > 50) {
      throw new IllegalArgumentException("Write a range such as 192.168.1.0/24");
    }
    int dash = range.indexOf('-');
    if (dash > 0) {
      String begin = range.substring(0, dash).strip();
      String end = range.substring(dash + 1).strip();
      if (!end.contains(".")) {
        end = begin.substring(0, begin.lastIndexOf('.') + 1) + end;
      }
      return new AddressRange(Subnet.number(begin), Subnet.number(end));
    }
    Subnet subnet = Subnet.parse(range);
    return subnet.bits() >= 31
        ? new AddressRange(subnet.first(), subnet.first() + subnet.size() - 1)
        : new AddressRange(subnet.first() + 1, subnet.first() + subnet.size() - 2);
  }

  /** Whether every address lies in one of the networks. */
  public boolean within(Collection<Subnet> allowed) {
    return LongStream.rangeClosed(from, to)
        .allMatch(address -> allowed.stream().anyMatch(subnet -> subnet.contains(address)));
  }

  public int size() {
    return (int) (to - from + 1);
  }

  public List<InetAddress> addresses() {
    return LongStream.rangeClosed(from, to).mapToObj(Subnet::address).toList();
  }
}
