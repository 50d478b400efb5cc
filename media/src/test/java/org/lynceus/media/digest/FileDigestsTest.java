package org.lynceus.media.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDigestsTest {
  private static final int FILES = 40;
  private static final FileDigests.Reading AGAIN = () -> "read again";
  private final Random random = new Random(11);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyFileHasItsDigestWhicheverWayAndAllMemoryComesBack(boolean vectors) throws Exception {
    Lanes lanes = vectors ? LaneChoice.present() : null;
    FileDigests digests = new FileDigests("digests", 1, 1 << 20, () -> lanes);
    AtomicInteger held = new AtomicInteger();
    Map<Integer, String> told = new ConcurrentHashMap<>();
    List<FileDigests.Sum> sums = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      sums.add(digests.begin(AGAIN));
    }
    for (int i = 0; i < FILES; i++) {
      byte[] content = new byte[random.nextInt(20_000)];
      random.nextBytes(content);
      expected.add(HexFormat.of().formatHex(Sha256.messageDigest().digest(content)));
      int cut = content.length / 3;
      held.addAndGet(2);
      sums.get(i).add(List.of(ByteBuffer.wrap(content, 0, cut)), held::decrementAndGet);
      sums.get(i)
          .add(List.of(ByteBuffer.wrap(content, cut, content.length - cut)), held::decrementAndGet);
      int file = i;
      sums.get(i).end(digest -> told.put(file, digest));
    }
    digests.leave();
    digests.join(Duration.ofSeconds(60));
    for (int i = 0; i < FILES; i++) {
      assertThat(told).containsEntry(i, expected.get(i));
    }
    assertThat(held).hasValue(0);
  }

  @Test
  void whatComesTooFastIsNotKeptButReadAgainAtTheEnd() throws Exception {
    Lanes slow = new BlockedLanes();
    FileDigests digests = new FileDigests("digests", 1, 1000, () -> slow);
    AtomicInteger held = new AtomicInteger();
    Map<Integer, String> told = new ConcurrentHashMap<>();
    List<FileDigests.Sum> sums = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      sums.add(digests.begin(AGAIN));
    }
    int last = FILES - 1;
    for (FileDigests.Sum sum : sums) {
      held.incrementAndGet();
      sum.add(List.of(ByteBuffer.allocate(1000)), held::decrementAndGet);
    }
    sums.get(last).end(digest -> told.put(last, digest));
    assertThat(held.get()).isLessThan(5);
    BlockedLanes.OPEN.countDown();
    digests.leave();
    digests.join(Duration.ofSeconds(60));
    assertThat(held).hasValue(0);
    assertThat(told).containsEntry(last, "read again");
  }

  /** Lanes that calculate nothing before they are let. */
  private static final class BlockedLanes implements Lanes {
    private static final CountDownLatch OPEN = new CountDownLatch(1);

    @Override
    public int width() {
      return 4;
    }

    @Override
    public void compress(int[] state, int[] words) {
      try {
        OPEN.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }

  @Test
  void aForgottenFileHoldsNothingAndDisturbsNoOther() throws Exception {
    FileDigests digests = new FileDigests("digests", 1, 50_000, () -> null);
    AtomicInteger held = new AtomicInteger(1);
    Map<String, String> told = new ConcurrentHashMap<>();
    FileDigests.Sum forgotten = digests.begin(AGAIN);
    forgotten.add(List.of(ByteBuffer.allocate(1000)), held::decrementAndGet);
    forgotten.forget();
    digests.begin(AGAIN).end(digest -> told.put("empty", digest));
    digests.leave();
    digests.join(Duration.ofSeconds(60));
    assertThat(held).hasValue(0);
    assertThat(told).hasSize(1).containsKey("empty");
  }
}
