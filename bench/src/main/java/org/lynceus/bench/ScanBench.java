package org.lynceus.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.lynceus.protocols.discovery.AddressRange;
import org.lynceus.protocols.discovery.AddressScan;

/**
 * How long a scan of 254 addresses with six ports each takes: when every host refuses, and when
 * every host is silent, the worst case. Silent hosts are sockets of the loopback network whose
 * queues of waiting connections are full, so that the system drops what tries to connect.
 */
final class ScanBench {
  private static final List<Integer> PORTS = List.of(20080, 28080, 28000, 28899, 22020, 20554);

  private ScanBench() {}

  public static void main(String[] arguments) throws IOException {
    System.out.printf("refusing hosts: %d ms%n", scan("127.6.0").toMillis());
    List<Channel> silent = silence("127.5.0");
    System.out.printf("silent hosts: %d ms%n", scan("127.5.0").toMillis());
    for (Channel channel : silent) {
      channel.close();
    }
    System.exit(0);
  }

  private static Duration scan(String network) throws IOException {
    long begin = System.nanoTime();
    AddressScan scan =
        new AddressScan(Clock.systemUTC(), Executors.defaultThreadFactory(), () -> true);
    scan.scan(AddressRange.parse(network + ".0/24"), PORTS, device -> {});
    if (scan.done() != 254) {
      throw new IllegalStateException("not all addresses were scanned");
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static List<Channel> silence(String network) throws IOException {
    List<Channel> kept = new ArrayList<>();
    for (int host = 1; host <= 254; host++) {
      for (int port : PORTS) {
        InetSocketAddress address = new InetSocketAddress(network + "." + host, port);
        ServerSocketChannel server = ServerSocketChannel.open().bind(address, 1);
        kept.add(server);
        for (int i = 0; i < 2; i++) {
          SocketChannel filler = SocketChannel.open();
          kept.add(filler);
          filler.configureBlocking(false);
          filler.connect(address);
        }
      }
    }
    return kept;
  }
}
