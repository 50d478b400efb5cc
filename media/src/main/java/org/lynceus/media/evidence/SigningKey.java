package org.lynceus.media.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.EnumSet;
import java.util.Set;
import org.lynceus.media.MalformedException;

/**
 * An Ed25519 key pair that signs manifests. The private key lies in a file (PKCS#8, PEM, mode 600),
 * the public one beside it with the ending {@code .pub} (SubjectPublicKeyInfo, PEM).
 */
public final class SigningKey {
  private static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final PrivateKey key;
  private final ManifestSignature.PublicHalf half;

  private SigningKey(PrivateKey key, PublicKey publicKey) {
    this.key = key;
    this.half = new ManifestSignature.PublicHalf(publicKey);
  }

  /** Makes a new key and its files; refuses to overwrite one. */
  public static SigningKey create(Path file) throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      SigningKey made = new SigningKey(pair.getPrivate(), pair.getPublic());
      write(file, Pem.write(PRIVATE, pair.getPrivate().getEncoded()));
      Files.writeString(publicFile(file), made.publicKey());
      return made;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("the Java runtime lacks Ed25519", missing);
    }
  }

  /** Loads a key; refuses a file that others may read, and halves that do not belong together. */
  public static SigningKey load(Path file) throws IOException {
    if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException("The signing key may be read by others; give it mode 600: " + file);
    }
    try {
      byte[] encoded = Pem.read(PRIVATE, Files.readString(file));
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      PublicKey publicKey = ManifestSignature.publicKey(Files.readString(publicFile(file)));
      SigningKey loaded = new SigningKey(key, publicKey);
      loaded.requirePair();
      return loaded;
    } catch (GeneralSecurityException | MalformedException broken) {
      throw new IOException("The signing key cannot be used: " + file, broken);
    }
  }

  /** The first 16 bytes of the SHA-256 of the public key's encoding, in hex. */
  public String id() {
    return half.id();
  }

  /** The public key as PEM text. */
  public String publicKey() {
    return half.pem();
  }

  /** The content of manifest.sig for the exact bytes of manifest.json. */
  public byte[] sign(byte[] manifest) {
    try {
      return ManifestSignature.write(half, signature(manifest));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the signing key cannot sign", broken);
    }
  }

  private byte[] signature(byte[] bytes) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initSign(key);
    signature.update(bytes);
    return signature.sign();
  }

  private void requirePair() throws GeneralSecurityException {
    byte[] some = "do the halves belong together?".getBytes(StandardCharsets.US_ASCII);
    if (!half.verifies(some, signature(some))) {
      throw new GeneralSecurityException("the public key belongs to another private key");
    }
  }

  private static Path publicFile(Path file) {
    return file.resolveSibling(file.getFileName() + ".pub");
  }

  private static void write(Path file, String text) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }
}
