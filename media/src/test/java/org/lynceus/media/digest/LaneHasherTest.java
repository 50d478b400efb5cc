package org.lynceus.media.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LaneHasherTest {
  private final Lanes lanes = Objects.requireNonNull(LaneChoice.present());

  private static String expected(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.messageDigest().digest(bytes));
  }

  private static List<ByteBuffer> slices(byte[] bytes, int from, int to, Random random) {
    List<ByteBuffer> slices = new ArrayList<>();
    for (int at = from; at < to; ) {
      int part = Math.min(to - at, random.nextInt(200));
      ByteBuffer direct = ByteBuffer.allocateDirect(part).put(bytes, at, part).flip();
      slices.add(random.nextBoolean() ? direct : ByteBuffer.wrap(bytes, at, part));
      at += part;
    }
    return slices;
  }

  @Property(tries = 60)
  void filesOfAnyLengthInAnySlicesHaveTheDigestOfTheRuntime(
      @ForAll @IntRange(min = 1, max = 40) int count,
      @ForAll @IntRange(min = 1, max = 4) int turns,
      @ForAll Random random) {
    LaneHasher hasher = new LaneHasher(lanes);
    AtomicInteger held = new AtomicInteger();
    List<FileHash> files = new ArrayList<>();
    List<byte[]> contents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] content = new byte[random.nextInt(random.nextBoolean() ? 130 : 6000)];
      random.nextBytes(content);
      contents.add(content);
      files.add(new FileHash(null));
    }
    for (int turn = 1; turn <= turns; turn++) {
      for (int i = 0; i < count; i++) {
        byte[] all = contents.get(i);
        int from = all.length * (turn - 1) / turns;
        held.incrementAndGet();
        files
            .get(i)
            .take(
                slices(all, from, all.length * turn / turns, random), () -> held.decrementAndGet());
      }
      hasher.run(files);
      files.forEach(FileHash::settle);
      assertThat(held).hasValue(0);
    }
    files.forEach(FileHash::end);
    hasher.run(files);
    for (int i = 0; i < count; i++) {
      assertThat(files.get(i).result()).isEqualTo(expected(contents.get(i)));
    }
  }

  @Test
  void theExampleOfTheStandardComesOut() {
    FileHash file = new FileHash(null);
    file.take(List.of(ByteBuffer.wrap(new byte[] {'a', 'b', 'c'})), () -> {});
    file.end();
    new LaneHasher(lanes).run(List.of(file));
    assertThat(file.result())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
