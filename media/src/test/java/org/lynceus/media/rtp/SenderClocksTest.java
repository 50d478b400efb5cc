package org.lynceus.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SenderClocksTest {
  private static ByteBuffer report(long ntp, int timestamp) {
    ByteBuffer out = ByteBuffer.allocate(28);
    out.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(1);
    return out.putLong(ntp).putInt(timestamp).putInt(9).putInt(9).flip();
  }

  @Example
  void bothTracksAreBroughtToTheMomentOfTheVideosReport() {
    SenderClocks clocks = new SenderClocks(8000);
    assertThat(clocks.take(true, report(100L << 32, 500), 0, 28)).isFalse();
    assertThat(clocks.take(false, report(98L << 32, 1000), 0, 28)).isTrue();
    assertThat(clocks.videoMoment()).isEqualTo(500);
    assertThat(clocks.audioMoment()).isEqualTo(1000 + 2 * 8000);
    assertThat(clocks.take(false, report((101L << 32) + (1L << 31), 50_000), 0, 28)).isTrue();
    assertThat(clocks.audioMoment()).isEqualTo(50_000 - 12_000);
  }

  @Example
  void clocksThatHaveNothingInCommonAreNotBelieved() {
    SenderClocks clocks = new SenderClocks(8000);
    clocks.take(true, report(100L << 32, 500), 0, 28);
    assertThat(clocks.take(false, report(3000L << 32, 1000), 0, 28)).isFalse();
    assertThat(clocks.take(false, report(0, 1000), 0, 28)).isFalse();
  }

  @Property
  void garbageIsIgnored(@ForAll byte[] bytes) {
    SenderReport report = SenderReport.parse(ByteBuffer.wrap(bytes), 0, bytes.length);
    assertThat(report == null || bytes.length >= 28).isTrue();
  }
}
