package org.lynceus.systemtests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Makes a plain mail server one that goes on only encrypted (STARTTLS, RFC 3207): what comes after
 * that is passed on to it.
 */
final class StartTlsFront implements AutoCloseable {
  private static final char[] PASSWORD = "of-a-test".toCharArray();
  private final ServerSocket socket;
  private final int behind;
  private final SSLContext tls;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> clear = new CopyOnWriteArrayList<>();

  StartTlsFront(int port, int behind, Path keys) throws Exception {
    this.behind = behind;
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    socket = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Makes a key and a certificate of 127.0.0.1 that only who is given the file trusts. */
  static Path keys(Path file) throws IOException, InterruptedException {
    Files.deleteIfExists(file);
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Mail of a test",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    if (made.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    return file;
  }

  /** The options of a JVM that trusts the certificate. */
  static String trusting(Path keys) {
    return "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
        .formatted(keys, new String(PASSWORD));
  }

  /** What was said before it was encrypted. */
  List<String> clear() {
    return List.copyOf(clear);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      InputStream answers = server.getInputStream();
      int read;
      do {
        read = answers.read(); // the greeting: the client has ours
      } while (read >= 0 && read != '\n');
      if (!beginTls(client)) {
        return;
      }
      SSLSocket secret =
          (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
      secret.setUseClientMode(false);
      threads.execute(() -> copy(answers, secret));
      secret.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException e) {
      clear.add("broken: " + e);
    }
  }

  private void copy(InputStream from, SSLSocket to) {
    try {
      from.transferTo(to.getOutputStream());
    } catch (IOException e) {
      if (!to.isClosed()) {
        clear.add("broken: " + e);
      }
    }
  }

  private boolean beginTls(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    say(client, "220 front");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      clear.add(line);
      if (line.equals("STARTTLS")) {
        say(client, "220 go on");
        return true;
      }
      say(client, line.startsWith("EHLO") ? "250-front\r\n250 STARTTLS" : "530 STARTTLS first");
    }
    return false;
  }

  private static void say(Socket to, String words) throws IOException {
    to.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
