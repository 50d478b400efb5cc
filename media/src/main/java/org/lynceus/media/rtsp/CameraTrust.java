package org.lynceus.media.rtsp;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.CertificateFingerprint;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;

/**
 * Decides for one connection whether a camera's certificate is trusted: it is the pinned one, or
 * the system's authorities vouch for it and it names the host. Remembers the fingerprint of what it
 * was shown, so that a refusal can name it.
 */
public final class CameraTrust extends X509ExtendedTrustManager {
  private final @Nullable CertificateFingerprint pinned;
  private volatile @Nullable String refused;

  /** Trusts the pinned certificate, or with null what the system's authorities vouch for. */
  public CameraTrust(@Nullable CertificateFingerprint pinned) {
    this.pinned = pinned;
  }

  /** An engine for one connection to a host. */
  public SSLEngine engine(String host, int port) {
    SSLEngine engine = context().createSSLEngine(host, port);
    engine.setUseClientMode(true);
    engine.setSSLParameters(parameters(engine.getSSLParameters()));
    return engine;
  }

  /** A context for blocking connections to one host. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the Java runtime cannot do TLS", broken);
    }
  }

  /** With the check of the host's name, which a pinned certificate does not need. */
  SSLParameters parameters(SSLParameters parameters) {
    if (pinned == null) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    return parameters;
  }

  /** Why a handshake failed. */
  public Fault fault() {
    String shown = refused;
    if (shown == null) {
      return new Fault(
          FaultCode.NOT_RTSP,
          "No TLS connection is possible at this port; check the port, or use rtsp://");
    }
    return new Fault(
        FaultCode.TLS_UNTRUSTED,
        (pinned == null
                ? "The camera's certificate is not trusted; its SHA-256 fingerprint is "
                : "The camera shows another certificate than the trusted one; its SHA-256"
                    + " fingerprint is ")
            + shown);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    if (decidedByPin(chain)) {
      return;
    }
    try {
      SystemAuthorities.MANAGER.checkServerTrusted(chain, type, engine);
    } catch (CertificateException untrusted) {
      refused = fingerprint(chain);
      throw untrusted;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    if (decidedByPin(chain)) {
      return;
    }
    try {
      SystemAuthorities.MANAGER.checkServerTrusted(chain, type, socket);
    } catch (CertificateException untrusted) {
      refused = fingerprint(chain);
      throw untrusted;
    }
  }

  /** Whether a certificate is pinned; refuses any other than that. */
  private boolean decidedByPin(X509Certificate[] chain) throws CertificateException {
    if (pinned == null) {
      return false;
    }
    String shown = fingerprint(chain);
    if (!pinned.hex().equals(shown)) {
      refused = shown;
      throw new CertificateException("another certificate than the pinned one");
    }
    return true;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("only for known connections");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("this side is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this side is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this side is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  private static String fingerprint(X509Certificate[] chain) throws CertificateException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(chain[0].getEncoded()));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("the Java runtime lacks SHA-256", missing);
    }
  }

  /** The Java runtime's certificate authorities, read once. */
  private static final class SystemAuthorities {
    static final X509ExtendedTrustManager MANAGER = load();

    private static X509ExtendedTrustManager load() {
      try {
        TrustManagerFactory factory =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
          if (manager instanceof X509ExtendedTrustManager usable) {
            return usable;
          }
        }
        throw new IllegalStateException("the Java runtime has no certificate authorities");
      } catch (GeneralSecurityException broken) {
        throw new IllegalStateException("the Java runtime cannot do TLS", broken);
      }
    }
  }
}
