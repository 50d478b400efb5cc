package org.lynceus.protocols.discovery;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.lynceus.protocols.xml.XmlException;

/**
 * One search by WS-Discovery: probes of three kinds, three times with jitter (UDP is lost), to the
 * multicast group through each chosen interface with TTL 1, and to single hosts. Answers may come
 * from any port. Reads at most {@value #MOST_DATAGRAMS} datagrams and tells at most {@value
 * #MOST_DEVICES} devices, each once.
 */
public final class WsDiscovery {
  /** Group and port of the protocol. */
  public static final InetSocketAddress GROUP = new InetSocketAddress("239.255.255.250", 3702);

  private static final System.Logger LOG = System.getLogger(WsDiscovery.class.getName());
  private static final int MOST_DATAGRAMS = 20_000;
  private static final int MOST_DEVICES = 2_000;
  private static final int[] SEND_AT_MILLIS = {0, 300, 900};
  private static final int JITTER_MILLIS = 150;

  private final InetSocketAddress group;
  private final RandomGenerator random;
  private final Set<String> told = new HashSet<>();
  private final List<Subnet> ours = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(65_535);
  private int datagrams;

  public WsDiscovery(RandomGenerator random) {
    this(GROUP, random);
  }

  WsDiscovery(InetSocketAddress group, RandomGenerator random) {
    this.group = group;
    this.random = random;
  }

  /** Interfaces that are up, can do multicast and are not the loopback. */
  public static List<NetworkInterface> usualInterfaces() throws IOException {
    List<NetworkInterface> usual = new ArrayList<>();
    for (NetworkInterface one : NetworkInterface.networkInterfaces().toList()) {
      if (one.isUp() && one.supportsMulticast() && !one.isLoopback() && !one.isPointToPoint()) {
        usual.add(one);
      }
    }
    return usual;
  }

  /**
   * Searches for a while; calls {@code found} on this thread as answers come in.
   *
   * @param hosts asked as well, directly
   * @param goOn asked several times a second
   */
  public void search(
      Collection<NetworkInterface> interfaces,
      Collection<InetSocketAddress> hosts,
      Duration time,
      BooleanSupplier goOn,
      Consumer<FoundDevice> found)
      throws IOException {
    try (Selector selector = Selector.open()) {
      List<Sender> senders = new ArrayList<>();
      try {
        for (NetworkInterface one : interfaces) {
          open(selector, one, senders);
        }
        if (!hosts.isEmpty()) {
          senders.add(new Sender(channel(selector), List.copyOf(hosts)));
        }
        listen(selector, senders, time, goOn, found);
      } finally {
        for (Sender sender : senders) {
          sender.channel.close();
        }
      }
    }
  }

  private record Sender(DatagramChannel channel, List<InetSocketAddress> targets) {}

  private void open(Selector selector, NetworkInterface through, List<Sender> senders)
      throws IOException {
    for (InterfaceAddress own : through.getInterfaceAddresses()) {
      if (own.getAddress() instanceof Inet4Address address) {
        ours.add(new Subnet(Subnet.number(address), own.getNetworkPrefixLength()));
        DatagramChannel channel = channel(selector);
        senders.add(new Sender(channel, List.of(group)));
        channel.bind(new InetSocketAddress(address, 0));
        channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, through);
        channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 1);
      }
    }
  }

  private static DatagramChannel channel(Selector selector) throws IOException {
    DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
    return channel;
  }

  private void listen(
      Selector selector,
      List<Sender> senders,
      Duration time,
      BooleanSupplier goOn,
      Consumer<FoundDevice> found)
      throws IOException {
    long start = System.nanoTime();
    int sent = 0;
    long next = 0;
    while (goOn.getAsBoolean()) {
      long millis = (System.nanoTime() - start) / 1_000_000;
      if (millis >= time.toMillis() || datagrams >= MOST_DATAGRAMS) {
        return;
      }
      if (sent < SEND_AT_MILLIS.length && millis >= next) {
        senders.forEach(this::probe);
        sent++;
        next =
            sent < SEND_AT_MILLIS.length
                ? SEND_AT_MILLIS[sent] + random.nextInt(JITTER_MILLIS)
                : Long.MAX_VALUE;
      }
      selector.select(50);
      for (SelectionKey key : selector.selectedKeys()) {
        receive((DatagramChannel) key.channel(), found);
      }
      selector.selectedKeys().clear();
    }
  }

  /** A network that takes no multicast keeps no other from being searched. */
  private void probe(Sender sender) {
    for (InetSocketAddress target : sender.targets) {
      for (String types : ProbeMessage.TYPES) {
        try {
          byte[] message = ProbeMessage.of(new UUID(random.nextLong(), random.nextLong()), types);
          sender.channel.send(ByteBuffer.wrap(message), target);
        } catch (IOException e) {
          LOG.log(Level.DEBUG, "A probe could not be sent", e);
        }
      }
    }
  }

  private void receive(DatagramChannel channel, Consumer<FoundDevice> found) throws IOException {
    for (; datagrams < MOST_DATAGRAMS; datagrams++) {
      buffer.clear();
      SocketAddress from;
      try {
        from = channel.receive(buffer);
      } catch (java.net.PortUnreachableException nobody) {
        return;
      }
      if (from == null) {
        return;
      }
      byte[] datagram = new byte[buffer.flip().remaining()];
      buffer.get(datagram);
      read(datagram, ((InetSocketAddress) from).getAddress(), found);
    }
  }

  private void read(byte[] datagram, InetAddress sender, Consumer<FoundDevice> found) {
    try {
      for (ProbeMatch match : ProbeMatch.read(datagram)) {
        tell(match, sender, found);
      }
    } catch (XmlException e) {
      LOG.log(Level.DEBUG, "An answer to a probe is not read: {0}", e.getMessage());
    }
  }

  private void tell(ProbeMatch match, InetAddress sender, Consumer<FoundDevice> found) {
    if (!match.onvif() || told.size() >= MOST_DEVICES) {
      return;
    }
    MatchAddress.choose(match.addresses(), sender, ours)
        .ifPresent(
            address -> {
              String key = match.endpoint().isEmpty() ? address.toString() : match.endpoint();
              if (told.add(key + " " + address)) {
                found.accept(
                    new FoundDevice(
                        key,
                        address,
                        match.scope("name"),
                        match.scope("hardware"),
                        match.scope("location"),
                        null));
              }
            });
  }
}
