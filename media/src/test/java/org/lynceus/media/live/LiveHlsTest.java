package org.lynceus.media.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.StreamSource;
import org.lynceus.media.engine.EngineOptions;
import org.lynceus.media.engine.MediaEngine;
import org.lynceus.media.engine.UnknownStreamException;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.Ffprobe;
import org.lynceus.media.testing.MemoryIndex;
import org.lynceus.media.testing.TestCamera;

class LiveHlsTest {
  private static final StreamKey KEY = new StreamKey(UUID.randomUUID(), StreamKind.MAIN);
  @TempDir Path directory;
  private TestCamera camera;
  private MediaEngine engine;

  @BeforeEach
  void start() throws Exception {
    camera = new TestCamera();
    camera.frameNanos = 40_000_000;
    engine =
        new MediaEngine(
            EngineOptions.defaults(),
            Clock.systemUTC(),
            new Random(1),
            (before, now) -> assertThat(now.key()).isEqualTo(KEY),
            List.of(),
            new MemoryIndex());
    engine.start();
    engine.put(new StreamSource(KEY, camera.url(), null));
  }

  @AfterEach
  void stop() throws Exception {
    engine.close();
    camera.close();
  }

  private static String playlist(LiveHls hls, long sequence, int part) throws Exception {
    return hls.playlist(KEY, sequence, part).get(20, TimeUnit.SECONDS);
  }

  private static long number(String playlist, String tag) {
    Matcher matcher = Pattern.compile(tag + ":(\\d+)").matcher(playlist);
    assertThat(matcher.find()).as(playlist).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  @Test
  void whatThePlaylistNamesPlays() throws Exception {
    try (LiveHls hls = new LiveHls(engine, Clock.systemUTC())) {
      String first = playlist(hls, -1, -1);
      long begin = number(first, "MEDIA-SEQUENCE");
      String later = first;
      for (long sequence = begin + 1; sequence <= begin + 3; sequence++) {
        later = playlist(hls, sequence, -1);
      }
      assertThat(later)
          .startsWith("#EXTM3U\n#EXT-X-VERSION:9\n")
          .contains("CAN-BLOCK-RELOAD=YES", "#EXT-X-PART:DURATION=", "TYPE=PART")
          .contains("live-" + (begin + 3) + ".m4s\n");
      int init = (int) number(later.replaceAll("(?s).*live-init-", "init:"), "init");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(hls.init(KEY, init));
      for (long sequence = begin + 1; sequence <= begin + 3; sequence++) {
        byte[] whole = hls.media(KEY, sequence, -1).get(20, TimeUnit.SECONDS);
        assertThat(hls.media(KEY, sequence, 0).get(20, TimeUnit.SECONDS)[4]).isEqualTo((byte) 'm');
        out.writeBytes(whole);
      }
      Path file = directory.resolve("live.mp4");
      Files.write(file, out.toByteArray());
      assertThat(Ffprobe.decode(file)).isEqualTo(75);
    }
  }

  @Test
  void aPartThatWasHintedAtIsWaitedForAndOneFarAheadIsRefused() throws Exception {
    try (LiveHls hls = new LiveHls(engine, Clock.systemUTC())) {
      String now = playlist(hls, -1, -1);
      Matcher hint = Pattern.compile("live-(\\d+)\\.(\\d+)\\.m4s\"\n$").matcher(now);
      assertThat(hint.find()).isTrue();
      long sequence = Long.parseLong(hint.group(1));
      int part = Integer.parseInt(hint.group(2));
      assertThat(hls.media(KEY, sequence, part).get(20, TimeUnit.SECONDS)).isNotEmpty();
      assertThat(playlist(hls, sequence, part)).contains("live-" + sequence + "." + part + ".m4s");
      assertThat(playlist(hls, sequence + 1000, -1)).isNull();
    }
  }

  @Test
  void theWindowIsShortAndABreakIsADiscontinuity() throws Exception {
    try (LiveHls hls = new LiveHls(engine, Clock.systemUTC())) {
      long sequence = number(playlist(hls, -1, -1), "MEDIA-SEQUENCE");
      camera.kick();
      Eventually.until(
          "a discontinuity",
          () -> {
            try {
              return playlist(hls, -1, -1).contains("#EXT-X-DISCONTINUITY\n");
            } catch (Exception failed) {
              throw new AssertionError(failed);
            }
          });
      for (int i = 0; i < 7; i++) {
        String now = playlist(hls, -1, -1);
        long next = number(now.replaceAll("(?s).*PRELOAD-HINT.*live-", "hint:"), "hint");
        assertThat(playlist(hls, next, -1)).isNotNull();
      }
      String text = playlist(hls, -1, -1);
      assertThat(number(text, "MEDIA-SEQUENCE")).isGreaterThan(sequence);
      assertThat(text.split("#EXTINF", -1)).hasSizeLessThanOrEqualTo(LiveWindow.MOST_SEGMENTS + 1);
      assertThat(hls.media(KEY, sequence, -1).get(20, TimeUnit.SECONDS)).isNull();
    }
  }

  @Test
  void nobodyAsksAndTheStreamIsLetGo() throws Exception {
    try (LiveHls hls = new LiveHls(engine, Clock.systemUTC(), Duration.ofMillis(500))) {
      assertThat(playlist(hls, -1, -1)).isNotNull();
      assertThat(engine.status(KEY).counters().viewers()).isEqualTo(1);
      Eventually.until("it is dropped", () -> hls.streams() == 0);
      Eventually.until("no viewer is left", () -> engine.status(KEY).counters().viewers() == 0);
    }
  }

  @Test
  void anUnknownStreamIsRefused() {
    try (LiveHls hls = new LiveHls(engine, Clock.systemUTC())) {
      StreamKey other = new StreamKey(UUID.randomUUID(), StreamKind.MAIN);
      assertThatThrownBy(() -> hls.playlist(other, -1, -1))
          .isInstanceOf(UnknownStreamException.class);
      assertThat(hls.streams()).isZero();
    }
  }
}
