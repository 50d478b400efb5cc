package org.lynceus.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lynceus.media.engine.LiveMessage;
import org.lynceus.media.engine.LiveSubscription;
import org.lynceus.shared.Settings;
import org.lynceus.shared.TestTransaction;

class TranscodingTest {
  private static final Path H265 = Path.of("../simulator/src/main/resources/clips/h265.mp4");
  private static final Path FFMPEG = Path.of("target/ffmpeg/helper").toAbsolutePath();
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private final SettableClock clock = new SettableClock();
  private final Source source = new Source();
  private final List<Process> started = new ArrayList<>();
  private Transcoding transcoding;

  /** A clock that stands until it is set. */
  private static final class SettableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** A camera's stream whose messages the test gives. */
  private static final class Source implements LiveSubscription {
    private final Queue<LiveMessage> waiting = new ConcurrentLinkedQueue<>();
    private volatile Runnable ready = () -> {};
    private volatile boolean closed;

    void give(LiveMessage message) {
      waiting.add(message);
      ready.run();
    }

    @Override
    public LiveMessage poll() {
      return waiting.poll();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private void begin(Transcoding.Converter helper) {
    transcoding =
        new Transcoding(
            ready -> {
              source.ready = ready;
              return source;
            },
            () -> {
              Process process = helper.start();
              synchronized (started) {
                started.add(process);
              }
              return process;
            },
            clock,
            Thread::new);
  }

  @AfterEach
  void end() {
    if (transcoding != null) {
      transcoding.stop();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 6000 && !condition.getAsBoolean(); i++) {
      NEVER.await(10, TimeUnit.MILLISECONDS);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  /** A script that starts the ffmpeg which the build unpacked. */
  @BeforeAll
  static void writeProgram() throws IOException {
    Path folder = Path.of("target/ffmpeg/org/bytedeco/ffmpeg/linux-x86_64").toAbsolutePath();
    Path program = folder.resolve("ffmpeg");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        FFMPEG, "#!/bin/sh\nLD_LIBRARY_PATH=" + folder + " exec " + program + " \"$@\"\n");
    assertThat(FFMPEG.toFile().setExecutable(true)).isTrue();
  }

  private static Ffmpeg helper() {
    Ffmpeg helper = new Ffmpeg();
    TestTransaction.inject(
        helper,
        "settings",
        new Settings() {
          @Override
          public Optional<Path> ffmpeg() {
            return Optional.of(FFMPEG);
          }
        });
    helper.find();
    assertThat(helper.transcodes()).as(helper.detail()).isTrue();
    return helper;
  }

  /** The clip as the engine would send it: an initialisation and a fragment per frame. */
  private static List<LiveMessage> h265() throws Exception {
    Process process =
        new ProcessBuilder(
                FFMPEG.toString(),
                "-v",
                "error",
                "-i",
                H265.toString(),
                "-c",
                "copy",
                "-tag:v",
                "hvc1",
                "-movflags",
                "+frag_every_frame+empty_moov+default_base_moof",
                "-f",
                "mp4",
                "pipe:1")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<LiveMessage> messages = new ArrayList<>();
    Mp4Pieces pieces = new Mp4Pieces(process.getInputStream());
    for (LiveMessage piece = pieces.next(); piece != null; piece = pieces.next()) {
      messages.add(piece);
    }
    assertThat(messages.get(0)).isInstanceOf(LiveMessage.Init.class);
    assertThat(messages).hasSizeGreaterThan(50);
    return messages;
  }

  private static final class Watcher {
    final List<LiveMessage> seen = new ArrayList<>();
    private final LiveSubscription subscription;

    Watcher(Transcoding transcoding) {
      subscription = transcoding.join(() -> {});
    }

    int fragments() {
      for (LiveMessage next = subscription.poll(); next != null; next = subscription.poll()) {
        seen.add(next);
      }
      return (int) seen.stream().filter(LiveMessage.Fragment.class::isInstance).count();
    }
  }

  @Test
  void oneHelperMakesH264ForAllViewersAndEndsTenSecondsAfterTheLast() throws Exception {
    Ffmpeg helper = helper();
    List<LiveMessage> camera = h265();
    begin(helper::live);
    Watcher first = new Watcher(transcoding);
    camera.forEach(source::give);
    await(() -> first.fragments() > 60);
    Watcher second = new Watcher(transcoding);
    await(() -> second.fragments() > 0);

    for (Watcher watcher : List.of(first, second)) {
      assertThat(watcher.seen.get(0))
          .isInstanceOfSatisfying(
              LiveMessage.Init.class,
              init -> {
                assertThat(init.mime()).startsWith("video/mp4; codecs=\"avc1.");
                assertThat(init.width()).isEqualTo(640);
                assertThat(init.bytes().remaining()).isPositive();
              });
      assertThat(((LiveMessage.Fragment) watcher.seen.get(1)).key()).isTrue();
    }
    assertThat(started).hasSize(1);

    first.subscription.close();
    clock.now = clock.now.plusSeconds(60);
    assertThat(transcoding.check()).isTrue();
    second.subscription.close();
    clock.now = clock.now.plusSeconds(9);
    assertThat(transcoding.check()).isTrue();
    clock.now = clock.now.plusSeconds(2);
    assertThat(transcoding.check()).isFalse();
    await(() -> !started.get(0).isAlive() && source.closed);
    assertThat(transcoding.join(() -> {})).isNull();
  }

  @Test
  void aRecordedPartBecomesH264ThatBeginsAtZero() throws Exception {
    Ffmpeg helper = helper();
    java.io.ByteArrayOutputStream mp4 = new java.io.ByteArrayOutputStream();
    for (LiveMessage message : h265()) {
      java.nio.ByteBuffer bytes =
          message instanceof LiveMessage.Init init
              ? init.bytes()
              : ((LiveMessage.Fragment) message).bytes();
      byte[] array = new byte[bytes.remaining()];
      bytes.get(array);
      mp4.write(array);
    }
    Mp4Pieces pieces =
        new Mp4Pieces(new java.io.ByteArrayInputStream(helper.part(mp4.toByteArray())));
    assertThat(pieces.next())
        .isInstanceOfSatisfying(
            LiveMessage.Init.class, init -> assertThat(init.mime()).contains("avc1."));
    assertThat(pieces.next())
        .isInstanceOfSatisfying(
            LiveMessage.Fragment.class, fragment -> assertThat(fragment.key()).isTrue());
  }

  @Test
  void whatIsNoVideoEndsInAFailureAndNotInAHang() {
    Ffmpeg helper = helper();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> helper.part(new byte[5000]))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aHelperThatMakesNothingIsKilledAndAfterThreeTheStreamIsGivenUp() throws Exception {
    LiveMessage.Init init =
        new LiveMessage.Init(
            "video/mp4; codecs=\"hvc1\"", 640, 360, java.nio.ByteBuffer.wrap(new byte[10]));
    begin(() -> new ProcessBuilder("/bin/sh", "-c", "exec tail -f /dev/null").start());
    Watcher watcher = new Watcher(transcoding);
    source.give(init);
    for (int attempt = 1; attempt <= 3; attempt++) {
      int wanted = attempt;
      await(
          () -> {
            source.give(new LiveMessage.Fragment(java.nio.ByteBuffer.wrap(new byte[10]), true));
            synchronized (started) {
              return started.size() == wanted;
            }
          });
      clock.now = clock.now.plusSeconds(10);
      assertThat(transcoding.check()).isTrue();
      clock.now = clock.now.plusSeconds(10);
      transcoding.check();
      Process stuck = started.get(attempt - 1);
      await(() -> !stuck.isAlive());
    }
    assertThat(transcoding.check()).isFalse();
    assertThat(watcher.fragments()).isZero();
    assertThat(watcher.seen).anyMatch(LiveMessage.State.class::isInstance);
  }

  @Test
  void h264GoesPastTheHelper() throws Exception {
    begin(
        () -> {
          throw new IOException("no helper is wanted here");
        });
    Watcher watcher = new Watcher(transcoding);
    source.give(
        new LiveMessage.Init(
            "video/mp4; codecs=\"avc1.64001f\"", 640, 360, java.nio.ByteBuffer.allocate(3)));
    source.give(new LiveMessage.Fragment(java.nio.ByteBuffer.allocate(3), true));
    await(() -> watcher.fragments() == 1);
    assertThat(started).isEmpty();
  }
}
