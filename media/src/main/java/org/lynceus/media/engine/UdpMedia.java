package org.lynceus.media.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.FaultException;
import org.lynceus.media.rtp.ReorderBuffer;
import org.lynceus.media.rtsp.UdpPorts;

/**
 * One track's pair of UDP ports, for RTP and RTCP. Takes datagrams only from the camera's address
 * and port, and brings them into order. On its loop's thread.
 */
final class UdpMedia {
  private static final Duration PATIENCE = Duration.ofMillis(150);
  private static final int MOST_DATAGRAMS = 256;
  private static final int RECEIVE_BUFFER = 2 << 20;
  private static final int MOST_PAIRS = 40;

  /** Receives what the track brings. */
  interface Sink {
    /** An RTP packet in order: [from, to) of the buffer. */
    void media(ByteBuffer buffer, int from, int to) throws FaultException;

    /** An RTCP packet. */
    void control(ByteBuffer buffer, int from, int to);

    /** The track cannot go on. */
    void broken(Exception error);

    /** Datagrams of so many bytes were read. */
    void received(int bytes);
  }

  private final EventLoop loop;
  private final Sink sink;
  private final DatagramChannel rtp;
  private final DatagramChannel rtcp;
  private final ReorderBuffer reorder = new ReorderBuffer(PATIENCE.toNanos());
  private @Nullable InetAddress server;
  private int rtpPort;
  private int rtcpPort;
  private EventLoop.@Nullable Timer timer;
  private boolean closed;

  private UdpMedia(EventLoop loop, Sink sink, DatagramChannel rtp, DatagramChannel rtcp)
      throws IOException {
    this.loop = loop;
    this.sink = sink;
    this.rtp = rtp;
    this.rtcp = rtcp;
    rtp.configureBlocking(false);
    rtcp.configureBlocking(false);
    rtp.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
    loop.register(rtp, SelectionKey.OP_READ, new Port(true));
    loop.register(rtcp, SelectionKey.OP_READ, new Port(false));
  }

  /** Takes an even port and the one after it, at one of this machine's addresses. */
  static UdpMedia open(EventLoop loop, InetAddress local, Sink sink) throws IOException {
    for (int i = 0; i < MOST_PAIRS; i++) {
      DatagramChannel first = bound(local, 0);
      int port = port(first);
      DatagramChannel second = port % 2 == 0 ? boundIfFree(local, port + 1) : null;
      if (second != null) {
        return new UdpMedia(loop, sink, first, second);
      }
      first.close();
    }
    throw new IOException("no free pair of UDP ports");
  }

  int port() throws IOException {
    return port(rtp);
  }

  /** Tells where packets come from. */
  void from(InetAddress address, UdpPorts ports) {
    server = address;
    rtpPort = ports.rtp();
    rtcpPort = ports.rtcp();
  }

  /** Sends a little to the camera's ports, so that firewalls on the way let its packets in. */
  void punch() {
    ByteBuffer packet = ByteBuffer.allocate(12).put(0, (byte) 0x80);
    send(rtp, packet, rtpPort);
    send(
        rtcp,
        ByteBuffer.allocate(8).put(0, (byte) 0x80).put(1, (byte) 201).put(3, (byte) 1),
        rtcpPort);
  }

  void sendControl(ByteBuffer packet) {
    send(rtcp, packet, rtcpPort);
  }

  void close() {
    closed = true;
    if (timer != null) {
      timer.cancel();
    }
    closeQuietly(rtp);
    closeQuietly(rtcp);
  }

  /** What cannot be sent is like what is lost on the way: the camera's next report is in 5 s. */
  private void send(DatagramChannel from, ByteBuffer packet, int port) {
    if (server == null || port == 0 || closed) {
      return;
    }
    try {
      from.send(packet, new InetSocketAddress(server, port));
    } catch (IOException lost) {
      System.getLogger(UdpMedia.class.getName())
          .log(System.Logger.Level.DEBUG, "A datagram could not be sent", lost);
    }
  }

  private void read(boolean media) throws IOException, FaultException {
    DatagramChannel channel = media ? rtp : rtcp;
    for (int i = 0; i < MOST_DATAGRAMS && !closed; i++) {
      ByteBuffer in = loop.buffer();
      SocketAddress sender = channel.receive(in);
      if (sender == null) {
        break;
      }
      if (!welcome(sender, media ? rtpPort : rtcpPort)) {
        continue;
      }
      sink.received(in.position());
      take(media, in, in.position());
    }
    schedule();
  }

  private void take(boolean media, ByteBuffer in, int size) throws FaultException {
    if (!media) {
      sink.control(in, 0, size);
    } else if (size >= 12) {
      int sequence = in.getShort(2) & 0xffff;
      reorder.offer(sequence, in, 0, size, System.nanoTime(), sink::media);
    }
  }

  private boolean welcome(SocketAddress sender, int port) {
    return sender instanceof InetSocketAddress from
        && from.getAddress().equals(server)
        && (port == 0 || from.getPort() == port);
  }

  private void schedule() {
    if (timer == null && reorder.waiting() > 0 && !closed) {
      timer = loop.after(PATIENCE, this::expire);
    }
  }

  private void expire() {
    timer = null;
    if (closed) {
      return;
    }
    try {
      reorder.expire(System.nanoTime(), sink::media);
    } catch (FaultException failed) {
      sink.broken(failed);
    }
    schedule();
  }

  private static DatagramChannel bound(InetAddress local, int port) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      return channel.bind(new InetSocketAddress(local, port));
    } catch (IOException taken) {
      channel.close();
      throw taken;
    }
  }

  private static @Nullable DatagramChannel boundIfFree(InetAddress local, int port)
      throws IOException {
    try {
      return bound(local, port);
    } catch (java.net.BindException taken) {
      return null;
    }
  }

  private static int port(DatagramChannel channel) throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  private static void closeQuietly(DatagramChannel channel) {
    try {
      channel.close();
    } catch (IOException broken) {
      System.getLogger(UdpMedia.class.getName())
          .log(System.Logger.Level.DEBUG, "A UDP port did not close", broken);
    }
  }

  /** One of the two ports at the selector. */
  private final class Port implements EventLoop.Handler {
    private final boolean media;

    Port(boolean media) {
      this.media = media;
    }

    @Override
    public void ready(SelectionKey key) throws IOException {
      try {
        read(media);
      } catch (FaultException failed) {
        sink.broken(failed);
      }
    }

    @Override
    public void broken(Exception error) {
      if (!media) {
        closeQuietly(rtcp);
      } else if (!closed) {
        sink.broken(error);
      }
    }
  }
}
