package org.lynceus.media.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.RtspAddress;
import org.lynceus.media.StreamSource;
import org.lynceus.media.rtp.ReceiverReport;
import org.lynceus.media.rtp.SequenceCounter;
import org.lynceus.media.rtsp.CameraTrust;
import org.lynceus.media.rtsp.RtspClient;
import org.lynceus.media.rtsp.RtspFaults;
import org.lynceus.media.rtsp.RtspListener;
import org.lynceus.media.rtsp.UdpPorts;

/**
 * The socket of one conversation with a camera, on its loop's thread: made, opened once, and closed
 * by the first failure or by its owner. Reads into the loop's buffer and keeps only an unfinished
 * packet of its own.
 */
final class CameraConnection implements EventLoop.Handler {
  private static final int MOST_READS = 4;
  private static final int REPORT_SECONDS = 5;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** The owner of a connection. */
  interface Owner extends RtspListener {
    /** Bytes were read. */
    void received(int bytes);

    /** The connection is gone; nothing more comes from it. */
    void failed(Fault fault);

    /** Video packets so far, null before PLAY. */
    @Nullable SequenceCounter videoSequence();

    /** SSRC of the video. */
    int videoSource();
  }

  private final EventLoop loop;
  private final Resolver resolver;
  private final StreamSource source;
  private final EngineOptions options;
  private final Owner owner;
  private final RtspClient client;
  private final int reporter;
  private final Duration connectPatience;
  private @Nullable SocketChannel channel;
  private @Nullable Wire wire;
  private @Nullable CameraTrust trust;
  private @Nullable UdpMedia videoUdp;
  private @Nullable UdpMedia audioUdp;
  private @Nullable SelectionKey key;
  private @Nullable ByteBuffer sending;
  private @Nullable ByteBuffer carry;
  private EventLoop.@Nullable Timer timer;
  private EventLoop.@Nullable Timer reportTimer;
  private EventLoop.@Nullable Timer keepAliveTimer;
  private boolean closed;
  private boolean anyByte;

  CameraConnection(
      EventLoop loop,
      Resolver resolver,
      StreamSource source,
      RtspClient.Goal goal,
      EngineOptions options,
      Duration connectPatience,
      RandomGenerator random,
      Owner owner) {
    this.loop = loop;
    this.resolver = resolver;
    this.source = source;
    this.options = options;
    this.connectPatience = connectPatience;
    this.owner = owner;
    this.reporter = random.nextInt();
    this.client =
        new RtspClient(source.url(), source.credentials(), goal, source.transport(), random, owner);
  }

  void open() {
    expect(FaultCode.TIMEOUT, "The host name was not resolved in time; check the name server");
    resolver.resolve(RtspAddress.host(source.url()), loop, this::resolved);
  }

  /** Says goodbye if it can be done at once, and closes. */
  void close() {
    if (!closed && channel != null && channel.isConnected()) {
      client.teardown();
      try {
        send();
      } catch (IOException alreadyGone) {
        sending = null;
      }
    }
    shut();
  }

  /** Takes UDP ports for a track; returns the one for RTP. */
  int openPorts(boolean video) throws FaultException {
    try {
      InetAddress local =
          socket().getLocalAddress() instanceof InetSocketAddress at
              ? at.getAddress()
              : InetAddress.getLoopbackAddress();
      UdpMedia media = UdpMedia.open(loop, local, new Datagrams(video));
      if (video) {
        videoUdp = media;
      } else {
        audioUdp = media;
      }
      return media.port();
    } catch (IOException none) {
      throw new FaultException(
          FaultCode.INTERNAL, "No UDP ports are free to receive the camera's stream");
    }
  }

  /** The camera told where a track will come from. */
  void overUdp(boolean video, UdpPorts ports) throws FaultException {
    UdpMedia media = video ? videoUdp : audioUdp;
    try {
      InetAddress server =
          ports.source() != null
              ? InetAddress.getByName(ports.source())
              : socket().getRemoteAddress() instanceof InetSocketAddress at
                  ? at.getAddress()
                  : InetAddress.getLoopbackAddress();
      if (media != null) {
        media.from(server, ports);
      }
    } catch (IOException broken) {
      throw new FaultException(
          FaultCode.MALFORMED, "The camera names a broken address for its stream");
    }
  }

  private SocketChannel socket() {
    if (channel == null) {
      throw new IllegalStateException("not connected");
    }
    return channel;
  }

  /** PLAY was answered: from now on the owner watches for silence. */
  void playing() {
    cancel(timer);
    timer = null;
    punch();
    reportTimer = loop.after(Duration.ofSeconds(REPORT_SECONDS), this::report);
    keepAliveTimer = loop.after(keepAlivePeriod(), this::keepAlive);
  }

  private void punch() {
    if (videoUdp != null) {
      videoUdp.punch();
    }
    if (audioUdp != null) {
      audioUdp.punch();
    }
  }

  @Override
  public void ready(SelectionKey ready) throws IOException {
    if (ready.isConnectable()) {
      connected();
    }
    if (!closed && ready.isValid() && ready.isWritable()) {
      send();
    }
    if (!closed && ready.isValid() && ready.isReadable()) {
      read();
    }
  }

  @Override
  public void broken(Exception error) {
    if (error instanceof SSLException && trust != null) {
      fail(trust.fault());
      return;
    }
    fail(
        error instanceof IOException io
            ? RtspFaults.of(io, RtspAddress.port(source.url()))
            : new Fault(FaultCode.INTERNAL, "The media engine failed at this stream"));
  }

  private void resolved(@Nullable InetAddress address) {
    if (closed) {
      return;
    }
    if (address == null) {
      fail(new Fault(FaultCode.UNREACHABLE, "The host name does not resolve to an address"));
      return;
    }
    cancel(timer);
    timer =
        loop.after(
            connectPatience, () -> fail(new Fault(FaultCode.TIMEOUT, "The host does not answer")));
    try {
      connect(new InetSocketAddress(address, RtspAddress.port(source.url())));
    } catch (IOException error) {
      broken(error);
    }
  }

  private void connect(InetSocketAddress address) throws IOException {
    SocketChannel socket = SocketChannel.open();
    channel = socket;
    socket.configureBlocking(false);
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    key = loop.register(socket, SelectionKey.OP_CONNECT, this);
    if (socket.connect(address)) {
      connected();
    }
  }

  private void connected() throws IOException {
    if (channel == null || !channel.isConnected() && !channel.finishConnect()) {
      return;
    }
    expect(FaultCode.TIMEOUT, "The port is open, but nothing answers RTSP there; check the port");
    wire = wire(channel);
    client.start();
    send();
  }

  private Wire wire(SocketChannel socket) {
    if (!RtspAddress.secure(source.url())) {
      return new Wire(socket);
    }
    CameraTrust decides = new CameraTrust(source.trusted());
    trust = decides;
    SSLEngine engine =
        decides.engine(RtspAddress.host(source.url()), RtspAddress.port(source.url()));
    return new TlsWire(socket, engine, this::expensive);
  }

  /** Runs a step of the TLS handshake elsewhere; nothing is read or written meanwhile. */
  private void expensive(Runnable step) {
    resolver.run(
        () -> {
          step.run();
          loop.execute(this::stepDone);
        });
  }

  private void stepDone() {
    if (closed || !(wire instanceof TlsWire tls)) {
      return;
    }
    tls.stepDone();
    try {
      read();
      if (!closed) {
        send();
      }
    } catch (IOException failed) {
      broken(failed);
    }
  }

  private void read() throws IOException {
    for (int i = 0; i < MOST_READS; i++) {
      ByteBuffer in = loop.buffer();
      if (carry != null) {
        in.put(carry.flip());
        carry = null;
      }
      int before = in.position();
      int count = wire == null ? -1 : wire.read(in);
      if (count < 0) {
        fail(anyByte ? client.closedFault() : closedSilently());
        return;
      }
      anyByte |= count > 0;
      owner.received(count);
      boolean full = !in.hasRemaining();
      boolean goOn = consume(in.flip());
      if (!goOn || !full || count == 0 || before == in.capacity()) {
        return;
      }
    }
  }

  private boolean consume(ByteBuffer in) throws IOException {
    try {
      client.receive(in);
    } catch (FaultException failed) {
      fail(failed.fault());
    }
    if (closed) {
      return false;
    }
    if (in.hasRemaining()) {
      carry = ByteBuffer.allocate(in.remaining()).put(in);
    }
    if (timer != null) {
      expect(FaultCode.TIMEOUT, "The camera stopped answering");
    }
    send();
    return !closed;
  }

  private void send() throws IOException {
    if (sending == null) {
      sending = client.output();
    }
    if (wire == null) {
      return;
    }
    if (sending == null) {
      wire.write(NOTHING.duplicate());
    }
    while (sending != null) {
      wire.write(sending);
      if (sending.hasRemaining()) {
        break;
      }
      sending = client.output();
    }
    if (key != null && key.isValid() && !closed) {
      key.interestOps(wire.interest(sending != null));
    }
  }

  private void report() {
    SequenceCounter sequence = owner.videoSequence();
    if (closed || sequence == null) {
      return;
    }
    ByteBuffer packet = ByteBuffer.allocate(ReceiverReport.BYTES);
    ReceiverReport.write(packet, reporter, owner.videoSource(), sequence);
    packet.flip();
    if (videoUdp != null) {
      videoUdp.sendControl(packet);
    } else {
      client.sendControl(true, packet);
      sendOrBreak();
    }
    reportTimer = loop.after(Duration.ofSeconds(REPORT_SECONDS), this::report);
  }

  private void keepAlive() {
    if (closed) {
      return;
    }
    client.keepAlive();
    sendOrBreak();
    keepAliveTimer = loop.after(keepAlivePeriod(), this::keepAlive);
  }

  private Duration keepAlivePeriod() {
    return Duration.ofSeconds(client.keepAliveSeconds());
  }

  private void sendOrBreak() {
    try {
      send();
    } catch (IOException error) {
      broken(error);
    }
  }

  private void expect(FaultCode code, String text) {
    cancel(timer);
    timer = loop.after(options.connectTimeout(), () -> fail(new Fault(code, text)));
  }

  void fail(Fault fault) {
    if (!closed) {
      shut();
      owner.failed(fault);
    }
  }

  private void shut() {
    closed = true;
    cancel(timer);
    cancel(reportTimer);
    cancel(keepAliveTimer);
    carry = null;
    if (videoUdp != null) {
      videoUdp.close();
    }
    if (audioUdp != null) {
      audioUdp.close();
    }
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException alreadyGone) {
        sending = null;
      }
    }
  }

  /** What one track brings over UDP. */
  private final class Datagrams implements UdpMedia.Sink {
    private final boolean video;

    Datagrams(boolean video) {
      this.video = video;
    }

    @Override
    public void media(ByteBuffer buffer, int from, int to) throws FaultException {
      if (!closed) {
        owner.media(video, buffer, from, to);
      }
    }

    @Override
    public void control(ByteBuffer buffer, int from, int to) {
      if (!closed) {
        owner.control(video, buffer, from, to);
      }
    }

    @Override
    public void broken(Exception error) {
      if (error instanceof FaultException failed) {
        fail(failed.fault());
      } else {
        CameraConnection.this.broken(error);
      }
    }

    @Override
    public void received(int bytes) {
      owner.received(bytes);
    }
  }

  private static void cancel(EventLoop.@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
  }

  private static Fault closedSilently() {
    return new Fault(
        FaultCode.NOT_RTSP,
        "The connection was closed without an RTSP answer; check that the port is the RTSP port");
  }
}
