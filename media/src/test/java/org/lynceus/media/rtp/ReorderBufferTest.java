package org.lynceus.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.lynceus.media.FaultException;

class ReorderBufferTest {
  private static final long PATIENCE = 150;
  private ReorderBuffer reorder = new ReorderBuffer(PATIENCE);
  private final List<Integer> out = new ArrayList<>();

  @BeforeTry
  void beginAnew() {
    reorder = new ReorderBuffer(PATIENCE);
    out.clear();
  }

  private void offer(int number, long nanos) throws FaultException {
    ByteBuffer packet = ByteBuffer.allocate(8).putInt(0, number);
    reorder.offer(number & 0xffff, packet, 0, 8, nanos, this::take);
  }

  private void take(ByteBuffer buffer, int from, int to) {
    assertThat(to - from).isEqualTo(8);
    out.add(buffer.getInt(from));
  }

  @Example
  void waitsForAMissingPacketAndThenHandsOnAll() throws Exception {
    offer(1, 0);
    offer(3, 10);
    offer(4, 20);
    assertThat(out).containsExactly(1);
    offer(2, 30);
    assertThat(out).containsExactly(1, 2, 3, 4);
    assertThat(reorder.waiting()).isZero();
  }

  @Example
  void givesUpAfterItsPatience() throws Exception {
    offer(1, 0);
    offer(3, 10);
    offer(6, 100);
    reorder.expire(159, this::take);
    assertThat(out).containsExactly(1);
    reorder.expire(160, this::take);
    assertThat(out).containsExactly(1, 3);
    reorder.expire(250, this::take);
    assertThat(out).containsExactly(1, 3, 6);
    offer(2, 260);
    assertThat(out).containsExactly(1, 3, 6);
    assertThat(reorder.dropped()).isEqualTo(1);
  }

  @Example
  void aJumpOfTheNumbersBeginsAnew() throws Exception {
    offer(65_000, 0);
    offer(65_002, 1);
    offer(20_000, 2);
    offer(20_001, 3);
    assertThat(out).containsExactly(65_000, 65_002, 20_000, 20_001);
  }

  @Property(tries = 300)
  void whatIsNotLostComesOnceAndInOrder(
      @ForAll @IntRange(max = 65_535) int first, @ForAll long seed) throws Exception {
    Random random = new Random(seed);
    List<int[]> sent = new ArrayList<>();
    List<Integer> arriving = new ArrayList<>();
    int count = 400;
    for (int i = 0; i < count; i++) {
      if (i == 0 || random.nextInt(20) != 0) {
        arriving.add(first + i);
        int delay = i == 0 ? 0 : random.nextInt(10) == 0 ? random.nextInt(30) : 0;
        sent.add(new int[] {first + i, i + delay});
        if (random.nextInt(10) == 0) {
          sent.add(new int[] {first + i, i + delay + random.nextInt(40)});
        }
      }
    }
    sent.sort((a, b) -> Integer.compare(a[1], b[1]));
    for (int[] packet : sent) {
      offer(packet[0], packet[1]);
    }
    reorder.release(this::take);
    assertThat(out).isEqualTo(arriving);
    assertThat(reorder.waiting()).isZero();
  }

  @Property(tries = 300)
  void nothingIsKeptForLongAndNothingVanishes(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    long[] taken = {0};
    int number = random.nextInt(65_536);
    for (int i = 0; i < 2000; i++) {
      number += random.nextInt(50) == 0 ? random.nextInt(2000) - 1000 : random.nextInt(7) - 2;
      ByteBuffer packet = ByteBuffer.allocate(4);
      int sequence = number & 0xffff;
      reorder.offer(sequence, packet, 0, 4, i * 10L, (b, f, t) -> taken[0]++);
      assertThat(reorder.waiting()).isLessThanOrEqualTo((int) (PATIENCE / 10) + 1);
    }
    reorder.release((b, f, t) -> taken[0]++);
    assertThat(taken[0] + reorder.dropped()).isEqualTo(2000);
  }
}
