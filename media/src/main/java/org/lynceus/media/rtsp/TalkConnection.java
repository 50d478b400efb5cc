package org.lynceus.media.rtsp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.media.Credentials;
import org.lynceus.media.FaultCode;
import org.lynceus.media.FaultException;
import org.lynceus.media.RtspAddress;

/**
 * A connection through which a camera is talked to, used by one thread. It blocks: opening at most
 * its patience, saying at most as long as the camera's window is full, which closing ends.
 */
public final class TalkConnection implements AutoCloseable {
  /** Samples of a frame: 20 ms. */
  public static final int FRAME = TalkClient.FRAME;

  private static final int BUFFER = 160_000;
  private static final int GLANCE_MILLIS = 1;

  private final TalkClient client;
  private final Socket socket;
  private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
  private long keptAlive = System.nanoTime();

  private TalkConnection(TalkClient client, Socket socket) {
    this.client = client;
    this.socket = socket;
  }

  /**
   * Opens a talk.
   *
   * @param url of the camera's stream
   * @param trusted the certificate that an rtsps address must show; null: one that the system's
   *     authorities vouch for
   * @param patience for connecting and for all answers
   */
  public static TalkConnection open(
      URI url,
      @Nullable Credentials credentials,
      @Nullable CertificateFingerprint trusted,
      Duration patience,
      RandomGenerator random)
      throws FaultException {
    int port = RtspAddress.port(url);
    long deadline = System.nanoTime() + patience.toNanos();
    CameraTrust trust = new CameraTrust(trusted);
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(RtspAddress.host(url), port), remainingMillis(deadline));
      socket.setTcpNoDelay(true);
      if (RtspAddress.secure(url)) {
        socket = secured(socket, url, trust, deadline);
      }
      TalkConnection connection =
          new TalkConnection(new TalkClient(url, credentials, random), socket);
      connection.converse(deadline);
      return connection;
    } catch (SSLException refused) {
      throw closed(socket, new FaultException(trust.fault()));
    } catch (IOException broken) {
      throw closed(socket, new FaultException(RtspFaults.of(broken, port)));
    } catch (FaultException refused) {
      throw closed(socket, refused);
    }
  }

  private static Socket secured(Socket socket, URI url, CameraTrust trust, long deadline)
      throws IOException {
    SSLSocket secured =
        (SSLSocket)
            trust
                .context()
                .getSocketFactory()
                .createSocket(socket, RtspAddress.host(url), socket.getPort(), true);
    secured.setSSLParameters(trust.parameters(secured.getSSLParameters()));
    secured.setSoTimeout(remainingMillis(deadline));
    secured.startHandshake();
    return secured;
  }

  private static FaultException closed(Socket socket, FaultException why) {
    try {
      socket.close();
    } catch (IOException alreadyBroken) {
      why.addSuppressed(alreadyBroken);
    }
    return why;
  }

  private void converse(long deadline) throws IOException, FaultException {
    client.start();
    while (!client.open()) {
      flush();
      if (!read(remainingMillis(deadline))) {
        throw new FaultException(FaultCode.CLOSED, "The camera closed the connection");
      }
    }
  }

  /** What the camera understands. */
  public TalkCodec codec() {
    return client.codec();
  }

  /** Says a frame of {@link #FRAME} samples of 16 bits, 8000 a second. */
  public void say(short[] frame) throws FaultException {
    client.say(frame);
    attend();
  }

  /** Says nothing for as long as a number of samples; to be called at least once a second. */
  public void pause(int samples) throws FaultException {
    client.pause(samples);
    attend();
  }

  /** Sends what waits, and notices when the camera has ended the talk. */
  private void attend() throws FaultException {
    long now = System.nanoTime();
    if (now - keptAlive > Duration.ofSeconds(client.keepAliveSeconds()).toNanos()) {
      keptAlive = now;
      client.keepAlive();
    }
    try {
      flush();
      if (!read(GLANCE_MILLIS)) {
        throw new FaultException(FaultCode.CLOSED, "The camera closed the connection");
      }
    } catch (SocketTimeoutException quiet) {
      // A camera that is talked to has little to say.
      return;
    } catch (IOException broken) {
      throw new FaultException(FaultCode.CLOSED, "The connection to the camera broke");
    }
  }

  private void flush() throws IOException {
    ByteBuffer out = client.output();
    if (out != null) {
      socket.getOutputStream().write(out.array(), out.position(), out.remaining());
    }
  }

  /** False at the end of the stream. */
  private boolean read(int millis) throws IOException, FaultException {
    socket.setSoTimeout(millis);
    int count = socket.getInputStream().read(in.array(), in.position(), in.remaining());
    if (count < 0) {
      return false;
    }
    in.position(in.position() + count).flip();
    client.receive(in);
    in.compact();
    return true;
  }

  private static int remainingMillis(long deadline) throws SocketTimeoutException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) Math.min(millis, Integer.MAX_VALUE);
  }

  /** Ends the talk politely, as far as the camera still takes anything. */
  @Override
  public void close() {
    try (socket) {
      client.teardown();
      flush();
    } catch (IOException gone) {
      System.getLogger(TalkConnection.class.getName())
          .log(System.Logger.Level.DEBUG, "a camera was gone before the talk ended", gone);
    }
  }
}
