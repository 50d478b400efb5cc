package org.lynceus.media.digest;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.ROR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * SHA-256 with the processor's vectors: 16 lanes with AVX-512, 8 with AVX2. Needs the module {@code
 * jdk.incubator.vector}; where that is absent, loading this class fails. Only what that module
 * offers alike from Java 17 on is used. The loops have one round each, because the compiler gives
 * up on longer ones.
 */
final class VectorLanes implements Lanes {
  private static final VectorSpecies<Integer> LANES = IntVector.SPECIES_PREFERRED;
  private static final int WIDTH = LANES.length();

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void compress(int[] state, int[] words) {
    schedule(words);
    rounds(state, words);
  }

  private static void schedule(int[] w) {
    for (int t = Sha256.BLOCK_WORDS; t < Sha256.ROUNDS; t++) {
      at(w, t - 16)
          .add(smallSigma0(at(w, t - 15)))
          .add(at(w, t - 7))
          .add(smallSigma1(at(w, t - 2)))
          .intoArray(w, t * WIDTH);
    }
  }

  private static void rounds(int[] state, int[] w) {
    IntVector a = at(state, 0);
    IntVector b = at(state, 1);
    IntVector c = at(state, 2);
    IntVector d = at(state, 3);
    IntVector e = at(state, 4);
    IntVector f = at(state, 5);
    IntVector g = at(state, 6);
    IntVector h = at(state, 7);
    for (int t = 0; t < Sha256.ROUNDS; t++) {
      IntVector first = first(e, f, g, h.add(at(w, t).add(Sha256.constant(t))));
      IntVector second = second(a, b, c);
      h = g;
      g = f;
      f = e;
      e = d.add(first);
      d = c;
      c = b;
      b = a;
      a = first.add(second);
    }
    add(state, 0, a);
    add(state, 1, b);
    add(state, 2, c);
    add(state, 3, d);
    add(state, 4, e);
    add(state, 5, f);
    add(state, 6, g);
    add(state, 7, h);
  }

  private static IntVector at(int[] words, int index) {
    return IntVector.fromArray(LANES, words, index * WIDTH);
  }

  private static void add(int[] state, int index, IntVector value) {
    value.add(at(state, index)).intoArray(state, index * WIDTH);
  }

  private static IntVector first(IntVector e, IntVector f, IntVector g, IntVector rest) {
    return rest.add(choice(e, f, g)).add(sigma1(e));
  }

  private static IntVector second(IntVector a, IntVector b, IntVector c) {
    return sigma0(a).add(majority(a, b, c));
  }

  private static IntVector choice(IntVector e, IntVector f, IntVector g) {
    return g.lanewise(XOR, e.lanewise(AND, f.lanewise(XOR, g)));
  }

  private static IntVector majority(IntVector a, IntVector b, IntVector c) {
    return a.lanewise(AND, b).lanewise(OR, c.lanewise(AND, a.lanewise(OR, b)));
  }

  private static IntVector sigma0(IntVector x) {
    return x.lanewise(ROR, 2).lanewise(XOR, x.lanewise(ROR, 13)).lanewise(XOR, x.lanewise(ROR, 22));
  }

  private static IntVector sigma1(IntVector x) {
    return x.lanewise(ROR, 6).lanewise(XOR, x.lanewise(ROR, 11)).lanewise(XOR, x.lanewise(ROR, 25));
  }

  private static IntVector smallSigma0(IntVector x) {
    return x.lanewise(ROR, 7).lanewise(XOR, x.lanewise(ROR, 18)).lanewise(XOR, x.lanewise(LSHR, 3));
  }

  private static IntVector smallSigma1(IntVector x) {
    return x.lanewise(ROR, 17)
        .lanewise(XOR, x.lanewise(ROR, 19))
        .lanewise(XOR, x.lanewise(LSHR, 10));
  }
}
