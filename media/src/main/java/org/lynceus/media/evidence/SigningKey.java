package org.lynceus.media.evidence;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An Ed25519 key pair that signs manifests. The private key lies in a file (PKCS#8, PEM, mode 600),
 * the public one beside it with the ending {@code .pub} (SubjectPublicKeyInfo, PEM).
 */
public final class SigningKey {
  private SigningKey() {}

  /** Makes a new key and its files; refuses to overwrite one. */
  public static SigningKey create(Path file) throws IOException {
    throw new UnsupportedOperationException("in the making");
  }

  /** Loads a key; refuses a file that others may read. */
  public static SigningKey load(Path file) throws IOException {
    throw new UnsupportedOperationException("in the making");
  }

  /** The first 16 bytes of the SHA-256 of the public key's encoding, in hex. */
  public String id() {
    throw new UnsupportedOperationException("in the making");
  }

  /** The public key as PEM text. */
  public String publicKey() {
    throw new UnsupportedOperationException("in the making");
  }

  /** The content of manifest.sig for the exact bytes of manifest.json. */
  public byte[] sign(byte[] manifest) {
    throw new UnsupportedOperationException("in the making");
  }
}
