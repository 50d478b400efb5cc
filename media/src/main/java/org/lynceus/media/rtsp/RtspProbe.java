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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.media.Credentials;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.RtspAddress;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.StreamTransport;

/**
 * Asks an RTSP address once what it offers (DESCRIBE). Blocks the calling thread for at most the
 * timeout, which covers name resolution, connecting and every answer together. A rejected password
 * is never sent twice.
 */
public final class RtspProbe {
  private static final int BUFFER = 160_000;

  private static final StreamKey NONE = new StreamKey(new UUID(0, 0), StreamKind.MAIN);

  private final long deadline;
  private @Nullable Presentation presentation;
  private @Nullable URI redirected;

  private RtspProbe(Duration timeout) {
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
    return probe(url, credentials, null, timeout);
  }

  /**
   * Returns what the address offers.
   *
   * @param trusted the certificate that an rtsps address must show; null: one that the system's
   *     authorities vouch for
   */
  public static ProbeResult probe(
      URI url,
      @Nullable Credentials credentials,
      @Nullable CertificateFingerprint trusted,
      Duration timeout)
      throws ProbeFailedException {
    try {
      return new RtspProbe(timeout)
          .run(new StreamSource(NONE, url, credentials, StreamTransport.AUTO, trusted));
    } catch (FaultException failed) {
      throw new ProbeFailedException(failed.fault());
    }
  }

  private ProbeResult run(StreamSource first) throws FaultException {
    StreamSource now = first;
    for (int redirections = 0; ; redirections++) {
      try {
        ProbeResult result = ask(now);
        if (result != null) {
          return result;
        }
      } catch (FaultException failed) {
        boolean withheld = first.credentials() != null && now.credentials() == null;
        throw redirections == 0
            ? failed
            : new FaultException(Redirection.explained(failed.fault(), withheld));
      }
      now = Redirection.follow(first, Objects.requireNonNull(redirected), redirections + 1);
      redirected = null;
    }
  }

  /** Asks one address; null when it redirects. */
  private @Nullable ProbeResult ask(StreamSource source) throws FaultException {
    int port = RtspAddress.port(source.url());
    CameraTrust trust = new CameraTrust(source.trusted());
    try (Socket socket = new Socket()) {
      InetAddress address = resolve(RtspAddress.host(source.url()));
      socket.connect(new InetSocketAddress(address, port), remainingMillis());
      if (!RtspAddress.secure(source.url())) {
        return converse(socket, source);
      }
      try (SSLSocket secured = secured(socket, source, trust)) {
        return converse(secured, source);
      }
    } catch (SSLException refused) {
      throw new FaultException(trust.fault());
    } catch (IOException broken) {
      throw new FaultException(RtspFaults.of(broken, port));
    }
  }

  private SSLSocket secured(Socket socket, StreamSource source, CameraTrust trust)
      throws IOException {
    String host = RtspAddress.host(source.url());
    SSLSocket secured =
        (SSLSocket)
            trust.context().getSocketFactory().createSocket(socket, host, socket.getPort(), true);
    secured.setSSLParameters(trust.parameters(secured.getSSLParameters()));
    secured.setSoTimeout(remainingMillis());
    secured.startHandshake();
    return secured;
  }

  private @Nullable ProbeResult converse(Socket socket, StreamSource source)
      throws IOException, FaultException {
    RtspClient client =
        new RtspClient(
            source.url(),
            source.credentials(),
            RtspClient.Goal.DESCRIBE,
            source.transport(),
            new SecureRandom(),
            new Listener());
    ByteBuffer in = ByteBuffer.allocate(BUFFER);
    boolean anyByte = false;
    client.start();
    while (presentation == null && redirected == null) {
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
    return presentation == null
        ? null
        : new ProbeResult(presentation.server(), presentation.description());
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
    public void redirected(URI to) {
      redirected = to;
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
