package org.lynceus.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * RTSPS for all cameras: ends TLS on 127.0.0.1 and hands the bytes to the RTSP port, two threads
 * for each client. Its certificate is made anew at each start by the JDK's keytool and vouched for
 * by nobody; clients must trust its fingerprint.
 */
final class TlsFront implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TlsFront.class.getName());
  private static final String ALIAS = "camera";

  private final ServerSocket server;
  private final int target;
  private final String fingerprint;

  /** Listens at once; port 0 takes a free one. */
  TlsFront(int port, int target, String storePassword)
      throws IOException, GeneralSecurityException {
    this.target = target;
    KeyStore keys = keys(storePassword);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, storePassword.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    fingerprint = HexFormat.of().formatHex(digest.digest(keys.getCertificate(ALIAS).getEncoded()));
    server =
        context
            .getServerSocketFactory()
            .createServerSocket(port, 64, InetAddress.getByName("127.0.0.1"));
  }

  void start() {
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** SHA-256 of the certificate. */
  String fingerprint() {
    return fingerprint;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private static KeyStore keys(String password) throws IOException, GeneralSecurityException {
    Path directory = Files.createTempDirectory("lynceus-simulator");
    Path file = directory.resolve("camera.p12");
    try {
      String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      ProcessBuilder builder =
          new ProcessBuilder(
              keytool,
              "-genkeypair",
              "-alias",
              ALIAS,
              "-keyalg",
              "EC",
              "-dname",
              "CN=localhost",
              "-ext",
              "SAN=dns:localhost,ip:127.0.0.1",
              "-validity",
              "365",
              "-storetype",
              "PKCS12",
              "-keystore",
              file.toString(),
              "-storepass:env",
              "STORE_PASSWORD");
      builder.environment().put("STORE_PASSWORD", password);
      Process process = builder.redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("keytool failed: " + output);
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        keys.load(in, password.toCharArray());
      }
      return keys;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(directory);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        daemon(() -> join(client));
      } catch (IOException closed) {
        LOG.log(System.Logger.Level.DEBUG, "TLS is not accepted now", closed);
      }
    }
  }

  private void join(Socket client) {
    try (client;
        Socket camera = new Socket("127.0.0.1", target)) {
      client.setTcpNoDelay(true);
      daemon(() -> copy(client, camera));
      copy(camera, client);
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "a TLS client went away", gone);
    }
  }

  /** Copies one direction and then ends both. */
  private static void copy(Socket from, Socket to) {
    byte[] part = new byte[1 << 15];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        out.write(part, 0, count);
      }
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "a TLS client went away", gone);
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "rtsps");
    thread.setDaemon(true);
    thread.start();
  }
}
