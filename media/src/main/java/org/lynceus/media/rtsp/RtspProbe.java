package org.lynceus.media.rtsp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Credentials;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.RtspAddress;

/**
 * Asks an RTSP address once what it offers (DESCRIBE). Blocks the calling thread for at most the
 * timeout, which covers name resolution, connecting and every answer together. A rejected password
 * is never sent twice.
 */
public final class RtspProbe {
  private static final int BUFFER = 160_000;

  private final URI url;
  private final long deadline;
  private @Nullable Presentation presentation;

  private RtspProbe(URI url, Duration timeout) {
    this.url = url;
    this.deadline = System.nanoTime() + timeout.toNanos();
  }

  /**
   * Returns what the address offers.
   *
   * @throws ProbeFailedException with the precise reason when it cannot be recorded
   * @throws IllegalArgumentException when the address breaks {@link RtspAddress#require}
   */
  public static ProbeResult probe(URI url, @Nullable Credentials credentials, Duration timeout)
      throws ProbeFailedException {
    RtspAddress.require(url);
    try {
      return new RtspProbe(url, timeout).run(credentials);
    } catch (FaultException failed) {
      throw new ProbeFailedException(failed.fault());
    }
  }

  private ProbeResult run(@Nullable Credentials credentials) throws FaultException {
    int port = RtspAddress.port(url);
    try (Socket socket = new Socket()) {
      InetAddress address = resolve(RtspAddress.host(url));
      socket.connect(new InetSocketAddress(address, port), remainingMillis());
      return converse(socket, credentials);
    } catch (IOException broken) {
      throw new FaultException(RtspFaults.of(broken, port));
    }
  }

  private ProbeResult converse(Socket socket, @Nullable Credentials credentials)
      throws IOException, FaultException {
    RtspClient client =
        new RtspClient(
            url, credentials, RtspClient.Goal.DESCRIBE, new SecureRandom(), new Listener());
    ByteBuffer in = ByteBuffer.allocate(BUFFER);
    boolean anyByte = false;
    client.start();
    while (presentation == null) {
      ByteBuffer out = client.output();
      if (out != null) {
        socket.getOutputStream().write(out.array(), out.position(), out.remaining());
      }
      int count = read(socket, in, anyByte);
      if (count < 0) {
        throw new FaultException(anyByte ? client.closedFault() : closedSilently());
      }
      anyByte = true;
      in.position(in.position() + count).flip();
      client.receive(in);
      in.compact();
    }
    return new ProbeResult(presentation.server(), presentation.description());
  }

  private int read(Socket socket, ByteBuffer in, boolean anyByte)
      throws IOException, FaultException {
    try {
      socket.setSoTimeout(remainingMillis());
      return socket.getInputStream().read(in.array(), in.position(), in.remaining());
    } catch (SocketTimeoutException silent) {
      throw new FaultException(
          FaultCode.TIMEOUT,
          anyByte
              ? "The camera stopped answering"
              : "The port is open, but nothing answers RTSP there; check the port");
    }
  }

  private static Fault closedSilently() {
    return new Fault(
        FaultCode.NOT_RTSP,
        "The connection was closed without an RTSP answer; check that the port is the RTSP port");
  }

  private InetAddress resolve(String host) throws IOException, FaultException {
    FutureTask<InetAddress> lookup = new FutureTask<>(() -> InetAddress.getByName(host));
    Thread thread = new Thread(lookup, "lynceus-probe-lookup");
    thread.setDaemon(true);
    thread.start();
    try {
      return lookup.get(remainingMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException unknown) {
        throw unknown;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (TimeoutException slow) {
      throw new FaultException(
          FaultCode.TIMEOUT, "The host name was not resolved in time; check the name server");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new FaultException(FaultCode.INTERNAL, "The server is stopping");
    }
  }

  private int remainingMillis() throws SocketTimeoutException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) Math.min(millis, Integer.MAX_VALUE);
  }

  /** Keeps the description and wants nothing more. */
  private final class Listener implements RtspListener {
    @Override
    public void described(Presentation described) {
      presentation = described;
    }

    @Override
    public void playing(@Nullable Long videoTime, @Nullable Long audioTime, boolean audio) {
      throw new IllegalStateException("a probe does not play");
    }

    @Override
    public void media(boolean video, ByteBuffer buffer, int from, int to) {
      throw new IllegalStateException("a probe does not play");
    }
  }
}
