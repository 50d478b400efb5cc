package org.lynceus.simulator.rtsp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The pair of UDP ports from which all cameras send. Takes packets in the interleaved framing and
 * sends them as datagrams, over a network as bad as the camera's is. Used by the server's thread
 * only.
 */
final class Datagrams implements AutoCloseable {
  private static final int MOST_PAIRS = 100;

  private final DatagramChannel rtp;
  private final DatagramChannel rtcp;
  private final RandomGenerator random;

  /** Where one client receives a track, and a packet that the network holds back. */
  static final class Target {
    private final InetSocketAddress rtp;
    private final InetSocketAddress rtcp;
    private @Nullable ByteBuffer held;

    Target(String host, int port) {
      rtp = new InetSocketAddress(host, port);
      rtcp = new InetSocketAddress(host, port + 1);
    }
  }

  Datagrams(RandomGenerator random) throws IOException {
    this.random = random;
    DatagramChannel first = bound(0);
    DatagramChannel second = null;
    for (int i = 0; i < MOST_PAIRS && second == null; i++) {
      int port = port(first);
      second = port % 2 == 0 ? boundIfFree(port + 1) : null;
      if (second == null) {
        first.close();
        first = bound(0);
      }
    }
    if (second == null) {
      throw new IOException("no pair of UDP ports is free");
    }
    rtp = first;
    rtcp = second;
  }

  int port() throws IOException {
    return port(rtp);
  }

  /** Sends packets of a track whose RTP is on an even channel; a full network loses them. */
  void send(ByteBuffer packets, Target to, Network network) {
    while (packets.remaining() > 4) {
      boolean media = (packets.get(packets.position() + 1) & 1) == 0;
      int size = packets.getShort(packets.position() + 2) & 0xffff;
      ByteBuffer packet = packets.slice(packets.position() + 4, size);
      packets.position(packets.position() + 4 + size);
      if (media) {
        media(packet, to, network);
      } else {
        datagram(rtcp, packet, to.rtcp);
      }
    }
  }

  private void media(ByteBuffer packet, Target to, Network network) {
    if (random.nextDouble() < network.loss()) {
      return;
    }
    if (to.held == null && random.nextDouble() < network.reorder()) {
      to.held = packet;
      return;
    }
    datagram(rtp, packet.duplicate(), to.rtp);
    if (random.nextDouble() < network.duplicate()) {
      datagram(rtp, packet, to.rtp);
    }
    if (to.held != null) {
      datagram(rtp, to.held, to.rtp);
      to.held = null;
    }
  }

  private static void datagram(DatagramChannel channel, ByteBuffer packet, InetSocketAddress to) {
    try {
      channel.send(packet, to);
    } catch (IOException lost) {
      System.getLogger(Datagrams.class.getName())
          .log(System.Logger.Level.DEBUG, "a datagram was not sent", lost);
    }
  }

  private static DatagramChannel bound(int port) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.configureBlocking(false);
      return channel.bind(new InetSocketAddress("127.0.0.1", port));
    } catch (IOException taken) {
      channel.close();
      throw taken;
    }
  }

  private static @Nullable DatagramChannel boundIfFree(int port) throws IOException {
    try {
      return bound(port);
    } catch (java.net.BindException taken) {
      return null;
    }
  }

  private static int port(DatagramChannel channel) throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  @Override
  public void close() throws IOException {
    rtp.close();
    rtcp.close();
  }
}
