package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.h264.KeyFrame;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.Ffprobe;
import org.lynceus.media.testing.TestCamera;

class LiveTest {
  private static final long ROOM = 4 << 20;
  @TempDir Path directory;

  private static List<LiveMessage> take(LiveSubscription viewer, int fragments) {
    List<LiveMessage> taken = new ArrayList<>();
    AtomicInteger count = new AtomicInteger();
    Eventually.until(
        fragments + " fragments",
        () -> {
          for (LiveMessage m = viewer.poll(); m != null; m = viewer.poll()) {
            taken.add(m);
            count.addAndGet(m instanceof LiveMessage.Fragment ? 1 : 0);
          }
          return count.get() >= fragments;
        });
    return taken;
  }

  private static byte[] bytes(List<LiveMessage> messages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (LiveMessage message : messages) {
      ByteBuffer part =
          message instanceof LiveMessage.Init init
              ? init.bytes()
              : message instanceof LiveMessage.Fragment fragment
                  ? fragment.bytes()
                  : ByteBuffer.allocate(0);
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      out.writeBytes(copy);
    }
    return out.toByteArray();
  }

  @Test
  void aViewerGetsAStreamThatPlays() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.audio = TestCamera.Audio.AAC;
      bench.put(null);
      AtomicInteger ready = new AtomicInteger();
      try (LiveSubscription viewer = bench.engine.watch(bench.key, ready::incrementAndGet, ROOM)) {
        take(viewer, 60);
        try (LiveSubscription late = bench.engine.watch(bench.key, () -> {}, ROOM)) {
          List<LiveMessage> messages = take(late, 100);
          assertThat(messages.get(0)).isEqualTo(new LiveMessage.State(StreamState.ONLINE, null));
          assertThat(messages.get(1)).isInstanceOf(LiveMessage.Init.class);
          assertThat(((LiveMessage.Init) messages.get(1)).mime())
              .isEqualTo("video/mp4; codecs=\"avc1.640c0d,mp4a.40.2\"");
          assertThat(((LiveMessage.Fragment) messages.get(2)).key()).isTrue();
          Path file = directory.resolve("live.mp4");
          Files.write(file, bytes(messages));
          long fragments = messages.stream().filter(m -> m instanceof LiveMessage.Fragment).count();
          assertThat(Ffprobe.decode(file)).isEqualTo((int) fragments);
          assertThat(Ffprobe.probe(file, "-show_entries", "stream=codec_name", "-of", "csv=p=0"))
              .containsExactly("h264", "aac");
        }
        assertThat(bench.camera.plays.get()).isEqualTo(1);
      }
      assertThat(ready.get()).isPositive();
    }
  }

  @Test
  void aStalledViewerLosesFramesAndDelaysNobody() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.put(null);
      LiveSubscription stalled = bench.engine.watch(bench.key, () -> {}, 40_000);
      LiveSubscription eager = bench.engine.watch(bench.key, () -> {}, ROOM);
      assertThat(take(eager, 200)).noneMatch(m -> m instanceof LiveMessage.Dropped);
      List<LiveMessage> left = take(stalled, 1);
      long bytes = bytes(left).length;
      assertThat(bytes).isLessThan(40_000 + 2000);
      List<LiveMessage> all = new ArrayList<>(left);
      all.addAll(take(stalled, 30));
      int dropped = -1;
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i) instanceof LiveMessage.Dropped gap) {
          dropped = gap.frames();
          assertThat(((LiveMessage.Fragment) all.get(i + 1)).key()).isTrue();
        }
      }
      assertThat(dropped).isPositive();
      stalled.close();
      eager.close();
      Eventually.until("no viewers", () -> bench.status().counters().viewers() == 0);
    }
  }

  @Test
  void viewersSeeTheStateChange() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.put(null);
      try (LiveSubscription viewer = bench.engine.watch(bench.key, () -> {}, ROOM)) {
        take(viewer, 1);
        bench.camera.kick();
        List<LiveMessage> seen = new ArrayList<>();
        Eventually.until(
            "offline, online and a new start",
            () -> {
              for (LiveMessage m = viewer.poll(); m != null; m = viewer.poll()) {
                seen.add(m);
              }
              return seen.stream().anyMatch(m -> m instanceof LiveMessage.Init)
                  && seen.get(seen.size() - 1) instanceof LiveMessage.Fragment;
            });
        assertThat(seen)
            .anyMatch(m -> m instanceof LiveMessage.State s && s.state() == StreamState.OFFLINE);
        int init = 0;
        while (!(seen.get(init) instanceof LiveMessage.Init)) {
          init++;
        }
        assertThat(((LiveMessage.Fragment) seen.get(init + 1)).key()).isTrue();
      }
    }
  }

  @Test
  void aKeyFrameIsFetchedFromAnIdleStream() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.put(null);
      bench.awaitState(StreamState.ONLINE);
      KeyFrame frame =
          bench.engine.keyFrame(bench.key, Duration.ofSeconds(5)).get(5, TimeUnit.SECONDS);
      byte[] jpeg = org.lynceus.media.playback.Snapshot.jpeg(frame);
      assertThat(jpeg).startsWith(0xff, 0xd8).hasSizeGreaterThan(2000);
    }
  }

  @Test
  void aKeyFrameThatCannotBeHadFailsInTime() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      bench.camera.mute = true;
      bench.put(null);
      assertThatThrownBy(
              () ->
                  bench.engine.keyFrame(bench.key, Duration.ofMillis(300)).get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(StreamFaultException.class);
    }
  }

  @Test
  void anUnknownStreamIsRefused() throws Exception {
    try (EngineBench bench = new EngineBench(directory)) {
      assertThatThrownBy(() -> bench.engine.watch(bench.key, () -> {}, ROOM))
          .isInstanceOf(UnknownStreamException.class);
      assertThat(bench.engine.status(bench.key)).isNull();
    }
  }
}
