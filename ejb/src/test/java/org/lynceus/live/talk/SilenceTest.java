package org.lynceus.live.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lynceus.media.rtsp.TalkCodec;
import org.lynceus.shared.Reason;

class SilenceTest {
  private static short[] frame(int loud) {
    short[] frame = new short[160];
    Arrays.fill(frame, (short) loud);
    return frame;
  }

  @Test
  void twentySecondsOfHissEndATalkAndAWordBeginsAnew() {
    Silence silence = new Silence();
    for (int i = 0; i < 999; i++) {
      silence.heard(frame(20));
    }
    assertThat(silence.tooLong()).isFalse();
    silence.heard(frame(2000));
    for (int i = 0; i < 999; i++) {
      silence.heard(frame(20));
    }
    assertThat(silence.tooLong()).isFalse();
    silence.heard(frame(0));
    assertThat(silence.tooLong()).isTrue();
  }

  @Test
  void whatDoesNotComeIsSilence() {
    Silence silence = new Silence();
    silence.nothing(Duration.ofSeconds(19));
    assertThat(silence.tooLong()).isFalse();
    silence.nothing(Duration.ofSeconds(1));
    assertThat(silence.tooLong()).isTrue();
  }

  @Test
  void onlyWholeFramesAreTakenAndTheOldestMakeRoom() {
    Talk talk =
        new Talk(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "anna",
            new Talk.Listener() {
              @Override
              public void open(TalkCodec codec) {}

              @Override
              public void ended(Reason reason, String holder) {}
            });
    assertThat(talk.say(ByteBuffer.allocate(319))).isFalse();
    assertThat(talk.say(ByteBuffer.allocate(0))).isFalse();
    for (int i = 0; i < 30; i++) {
      assertThat(talk.say(ByteBuffer.allocate(320).put(0, (byte) i))).isTrue();
    }
    assertThat(talk.waiting).hasSize(25);
    assertThat(talk.waiting.peek()).startsWith((short) 5);
  }
}
