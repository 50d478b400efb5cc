package org.lynceus.media.digest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The constants and the padding of SHA-256 (FIPS 180-4, 4.2.2, 5.1.1 and 5.3.3), and the Java
 * runtime's own implementation.
 */
public final class Sha256 {
  /** Bytes of a block. */
  static final int BLOCK = 64;

  static final int BLOCK_WORDS = 16;
  static final int STATE_WORDS = 8;
  static final int ROUNDS = 64;

  private static final int[] CONSTANTS = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
  };
  private static final int[] START = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };

  private Sha256() {}

  /** The runtime's SHA-256, new. */
  public static MessageDigest messageDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("the Java runtime lacks SHA-256", missing);
    }
  }

  static int constant(int round) {
    return CONSTANTS[round];
  }

  /** The state before the first block. */
  static int[] start() {
    return START.clone();
  }

  /** What follows a message of so many bytes, up to the end of a block. */
  static ByteBuffer padding(long bytes) {
    int rest = (int) (bytes & BLOCK - 1);
    int count = (rest < 56 ? 64 : 128) - rest;
    return ByteBuffer.allocate(count).put(0, (byte) 0x80).putLong(count - 8, bytes * 8);
  }
}
