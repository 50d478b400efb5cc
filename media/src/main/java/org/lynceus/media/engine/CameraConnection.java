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
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.RtspAddress;
import org.lynceus.media.StreamSource;
import org.lynceus.media.rtp.ReceiverReport;
import org.lynceus.media.rtp.SequenceCounter;
import org.lynceus.media.rtsp.RtspClient;
import org.lynceus.media.rtsp.RtspFaults;
import org.lynceus.media.rtsp.RtspListener;

/**
 * The socket of one conversation with a camera, on its loop's thread: made, opened once, and closed
 * by the first failure or by its owner. Reads into the loop's buffer and keeps only an unfinished
 * packet of its own.
 */
final class CameraConnection implements EventLoop.Handler {
  private static final int MOST_READS = 4;
  private static final int REPORT_SECONDS = 5;

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
  private @Nullable SocketChannel channel;
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
      RandomGenerator random,
      Owner owner) {
    this.loop = loop;
    this.resolver = resolver;
    this.source = source;
    this.options = options;
    this.owner = owner;
    this.reporter = random.nextInt();
    this.client = new RtspClient(source.url(), source.credentials(), goal, random, owner);
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

  /** PLAY was answered: from now on the owner watches for silence. */
  void playing() {
    cancel(timer);
    timer = null;
    reportTimer = loop.after(Duration.ofSeconds(REPORT_SECONDS), this::report);
    keepAliveTimer = loop.after(keepAlivePeriod(), this::keepAlive);
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
    expect(FaultCode.TIMEOUT, "The host does not answer");
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
    client.start();
    send();
  }

  private void read() throws IOException {
    for (int i = 0; i < MOST_READS; i++) {
      ByteBuffer in = loop.buffer();
      if (carry != null) {
        in.put(carry.flip());
        carry = null;
      }
      int before = in.position();
      int count = channel == null ? -1 : channel.read(in);
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
    while (sending != null && channel != null) {
      channel.write(sending);
      if (sending.hasRemaining()) {
        break;
      }
      sending = client.output();
    }
    if (key != null && key.isValid() && !closed) {
      key.interestOps(SelectionKey.OP_READ | (sending == null ? 0 : SelectionKey.OP_WRITE));
    }
  }

  private void report() {
    SequenceCounter sequence = owner.videoSequence();
    if (closed || sequence == null) {
      return;
    }
    ByteBuffer packet = ByteBuffer.allocate(ReceiverReport.BYTES);
    ReceiverReport.write(packet, reporter, owner.videoSource(), sequence);
    client.sendControl(true, packet.flip());
    sendOrBreak();
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
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException alreadyGone) {
        sending = null;
      }
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
