package org.lynceus.media.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.digest.Sha256;

/**
 * The content of {@code manifest.sig}: an Ed25519 signature over the exact bytes of {@code
 * manifest.json}, with the public key that verifies it. Whoever verifies must know by other means
 * that this key is the center's.
 */
record ManifestSignature(PublicHalf key, byte[] signature) {
  private static final String ALGORITHM = "Ed25519";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int ID_BYTES = 16;

  /** A public key and its name. */
  record PublicHalf(PublicKey key) {
    String id() {
      byte[] digest = Sha256.messageDigest().digest(key.getEncoded());
      return HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
    }

    String pem() {
      return Pem.write(PUBLIC, key.getEncoded());
    }

    boolean verifies(byte[] bytes, byte[] signature) {
      try {
        Signature check = Signature.getInstance(ALGORITHM);
        check.initVerify(key);
        check.update(bytes);
        return check.verify(signature);
      } catch (GeneralSecurityException notASignature) {
        return false;
      }
    }
  }

  static byte[] write(PublicHalf key, byte[] signature) {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("algorithm", ALGORITHM);
    out.put("keyId", key.id());
    out.put("publicKey", Base64.getEncoder().encodeToString(key.key().getEncoded()));
    out.put("signature", Base64.getEncoder().encodeToString(signature));
    return Json.write(out);
  }

  static ManifestSignature read(byte[] file) throws MalformedException {
    Map<String, @Nullable Object> in = Json.read(file);
    if (!Json.string(in, "algorithm").equals(ALGORITHM)) {
      throw new MalformedException("a signature of another kind");
    }
    PublicHalf half = new PublicHalf(decoded(base64(in, "publicKey")));
    if (!half.id().equals(Json.string(in, "keyId"))) {
      throw new MalformedException("the key does not have the name it is given");
    }
    return new ManifestSignature(half, base64(in, "signature"));
  }

  /** A public key from PEM text. */
  static PublicKey publicKey(String pem) throws MalformedException {
    return decoded(Pem.read(PUBLIC, pem));
  }

  private static PublicKey decoded(byte[] encoded) throws MalformedException {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException broken) {
      throw new MalformedException("not an Ed25519 public key");
    }
  }

  private static byte[] base64(Map<String, @Nullable Object> in, String name)
      throws MalformedException {
    try {
      return Base64.getDecoder().decode(Json.string(in, name));
    } catch (IllegalArgumentException broken) {
      throw new MalformedException(name + " is damaged");
    }
  }
}
