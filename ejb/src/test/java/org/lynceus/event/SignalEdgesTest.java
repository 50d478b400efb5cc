package org.lynceus.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lynceus.protocols.onvif.CameraSignal;

class SignalEdgesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private final SignalEdges edges = new SignalEdges();

  private boolean news(String code, String source, @Nullable Boolean active, int second) {
    return edges.news(new CameraSignal(code, source, active), NOW.plusSeconds(second));
  }

  @Test
  void aStateIsNewsWhenItBeginsAndWhenItEndsNotWhenItIsRepeated() {
    assertThat(news("MOTION", "a", false, 0)).isFalse();
    assertThat(news("MOTION", "a", true, 1)).isTrue();
    assertThat(news("MOTION", "a", true, 2)).isFalse();
    assertThat(news("MOTION", "b", true, 2)).isTrue();
    assertThat(news("MOTION", "a", false, 3)).isTrue();
    assertThat(news("MOTION", "a", false, 4)).isFalse();
  }

  @Test
  void whatHappensAtOnceIsNewsEachTime() {
    assertThat(news("LINE_CROSSED", "a", null, 0)).isTrue();
    assertThat(news("LINE_CROSSED", "a", null, 0)).isTrue();
  }

  @Test
  void aFloodIsCutAtTheBoundCountedAndOverInTheNextMinute() {
    int taken = 0;
    for (int i = 0; i < SignalEdges.MOST_IN_A_MINUTE + 50; i++) {
      taken += news("LINE_CROSSED", "a", null, 1) ? 1 : 0;
    }
    assertThat(taken).isEqualTo(SignalEdges.MOST_IN_A_MINUTE);
    assertThat(edges.takeDropped()).isEqualTo(50);
    assertThat(edges.takeDropped()).isZero();
    assertThat(news("LINE_CROSSED", "a", null, 61)).isTrue();
  }

  @Test
  void whenTheDeviceFallsSilentItsActiveStatesAreForgottenOnce() {
    news("MOTION", "a", true, 0);
    news("INPUT", "1", true, 0);
    news("INPUT", "1", false, 0);
    assertThat(edges.forget()).extracting(CameraSignal::code).containsExactly("MOTION");
    assertThat(edges.forget()).isEmpty();
    assertThat(news("MOTION", "a", true, 1)).isTrue();
  }

  @Property
  void beginningsAndEndsAlternateWhateverADeviceRepeats(
      @ForAll @Size(max = 200) List<Boolean> told) {
    SignalEdges fresh = new SignalEdges();
    List<Boolean> news = new ArrayList<>();
    for (Boolean active : told) {
      if (fresh.news(new CameraSignal("MOTION", "a", active), NOW)) {
        news.add(active);
      }
    }
    for (int i = 0; i < news.size(); i++) {
      assertThat(news.get(i)).isEqualTo(i % 2 == 0);
    }
  }
}
