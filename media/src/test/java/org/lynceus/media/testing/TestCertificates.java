package org.lynceus.media.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.lynceus.media.CertificateFingerprint;

/** A certificate that nobody vouches for, made by the JDK's keytool in a directory of the test. */
public final class TestCertificates {
  private static final String PASSWORD = "changeit";

  private final KeyStore keys;

  public TestCertificates(Path directory) throws IOException, GeneralSecurityException {
    Path file = directory.resolve("camera.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "camera",
                "-keyalg",
                "EC",
                "-dname",
                "CN=camera",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IOException(output);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
  }

  public ServerSocketFactory sockets() throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context.getServerSocketFactory();
  }

  public CertificateFingerprint fingerprint() throws GeneralSecurityException {
    byte[] der = keys.getCertificate("camera").getEncoded();
    return new CertificateFingerprint(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der)));
  }
}
