package org.lynceus.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.gop.BufferPool;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.h264.ParameterSets;
import org.lynceus.media.intake.GopAssembler;
import org.lynceus.media.intake.GopListener;
import org.lynceus.media.intake.RunBuilder;
import org.lynceus.media.intake.RunTimes;
import org.lynceus.media.rtp.H264Depacketiser;
import org.lynceus.media.rtp.RtpPacket;
import org.lynceus.media.store.Finding;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.StoreCheck;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeState;
import org.lynceus.media.store.VolumeStatus;
import org.lynceus.media.testing.Clip;
import org.lynceus.media.testing.Eventually;
import org.lynceus.media.testing.FrameNumbers;
import org.lynceus.media.testing.MemoryIndex;
import org.lynceus.media.testing.RecordingMaker.ManualClock;
import org.lynceus.media.testing.RtpPackets;

/**
 * Everything between RTP packets and disks, without sockets and with a clock set by hand: streams
 * of numbered frames, their recorders, real volumes. Time passes as frames are fed, so a minute of
 * video takes a moment.
 */
final class RecorderRig implements AutoCloseable {
  static final int FRAMES_A_SECOND = 25;
  private static final Clip CLIP = Clip.main();

  final ManualClock clock = new ManualClock(Instant.parse("2026-03-28T23:30:00Z"));
  final MemoryIndex index = new MemoryIndex();
  final List<VolumeStatus> volumeChanges = new CopyOnWriteArrayList<>();
  final List<Stream> streams = new ArrayList<>();
  private final Map<UUID, Volume> volumes = new LinkedHashMap<>();
  private final BufferPool pool = new BufferPool(256L << 20);
  private final Random random = new Random(3);

  /** Which channel goes to which volume follows from the ids, so they are the same in each run. */
  private final Random ids = new Random(5);

  private final EventLoop loop = new EventLoop("rig");
  private final EngineContext context;

  RecorderRig(int count) throws IOException {
    EngineEvents events =
        new EngineEvents() {
          @Override
          public void streamChanged(@Nullable StreamStatus before, StreamStatus now) {}

          @Override
          public void volumeChanged(@Nullable VolumeStatus before, VolumeStatus now) {
            volumeChanges.add(now);
          }
        };
    EngineOptions options = EngineBench.options(Duration.ofSeconds(4));
    context =
        new EngineContext(
            options,
            clock,
            random,
            events,
            index,
            new Volumes(options, index, random, events),
            pool,
            new Resolver());
    loop.start();
    for (int i = 0; i < count; i++) {
      streams.add(new Stream());
    }
  }

  Volumes volumes() {
    return context.volumes();
  }

  Volume add(Volume volume) {
    volumes.put(volume.id(), volume);
    context.volumes().add(volume);
    return volume;
  }

  Volume initialise(Path directory) throws Exception {
    return add(Volume.initialise(directory, new UUID(ids.nextLong(), ids.nextLong()), 0));
  }

  /** The first volume. */
  Volume volume() {
    return volumes.values().iterator().next();
  }

  /** Bytes of media memory that are given out. */
  long mediaInUse() {
    return pool.inUse();
  }

  void record(boolean on) {
    streams.forEach(stream -> stream.wish(RecordWish.anywhere(on)));
  }

  /** Feeds so many seconds of video to all streams. */
  void feed(int seconds) {
    feed(seconds, packets -> packets);
  }

  /** The same over a network that changes each frame's packets. */
  void feed(int seconds, UnaryOperator<List<byte[]>> network) {
    for (int i = 0; i < seconds * FRAMES_A_SECOND; i++) {
      onLoop(() -> streams.forEach(stream -> stream.frame(network)));
      clock.set(clock.instant().plusMillis(1000 / FRAMES_A_SECOND));
    }
  }

  void onLoop(Runnable task) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.execute(
        () -> {
          try {
            task.run();
            done.complete(null);
          } catch (RuntimeException | Error failed) {
            done.completeExceptionally(failed);
          }
        });
    try {
      done.get(60, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  /** Waits until nothing waits for a volume, apart from one that is stuck. */
  void drain() {
    awaitQueues();
    onLoop(() -> {});
    awaitQueues();
  }

  /** Waits until all is written and no file is being written any more. */
  void awaitClosed() {
    drain();
    Eventually.until("no file is open", () -> volumes.values().stream().noneMatch(this::anyOpen));
  }

  private boolean anyOpen(Volume volume) {
    Path root = volume.directory();
    try (var files = Files.walk(root)) {
      return files.anyMatch(file -> volumes().open(volume.id(), root.relativize(file).toString()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void awaitQueues() {
    Eventually.until(
        "all is written, is " + volumes().statuses(),
        () ->
            volumes().statuses().stream()
                .allMatch(s -> s.queuedBytes() == 0 || s.state() == VolumeState.STALLED));
  }

  void awaitState(Volume volume, VolumeState state) {
    Eventually.until(
        "volume " + state + ", is " + volume.status(), () -> volume.status().state() == state);
  }

  /** Ends all recordings, then checks disks against the index and every number that was sent. */
  void assertNothingLost() throws IOException {
    Instant end = clock.instant();
    onLoop(() -> streams.forEach(Stream::disconnect));
    drain();
    record(false);
    onLoop(() -> streams.forEach(stream -> stream.recorder.stop()));
    close();
    for (Volume volume : volumes.values()) {
      assertThat(check(volume)).isEmpty();
    }
    for (Stream stream : streams) {
      FrameNumbers.assertKept(stored(stream), 0, stream.sent, gaps(stream), end);
    }
  }

  List<Finding> check(Volume volume) throws IOException {
    List<Finding> findings = new ArrayList<>();
    StoreCheck.run(
        volume,
        index.segments().stream()
            .filter(segment -> segment.volume().equals(volume.id()))
            .sorted(Comparator.comparing(Segment::path))
            .iterator(),
        new StoreCheck.Options(path -> false, Instant.MAX, true, (files, bytes) -> {}, () -> false),
        findings::add);
    return findings;
  }

  List<FrameNumbers.Stored> stored(Stream stream) throws IOException {
    List<FrameNumbers.Stored> found = new ArrayList<>();
    for (Segment segment : index.segments()) {
      if (segment.key().equals(stream.key)) {
        Path file = volumes.get(segment.volume()).resolve(segment.path());
        found.addAll(FrameNumbers.in(file, segment));
      }
    }
    return found;
  }

  List<MemoryIndex.Gap> gaps(Stream stream) {
    return index.gaps().stream().filter(gap -> gap.key().equals(stream.key)).toList();
  }

  @Override
  public void close() {
    context.volumes().close(Duration.ofSeconds(20));
    loop.close(Duration.ofSeconds(5));
    context.resolver().close();
  }

  /** One camera's stream from its packets on. */
  final class Stream implements GopListener {
    final StreamKey key = new StreamKey(new UUID(random.nextLong(), 7), StreamKind.MAIN);
    final StatusBoard board = new StatusBoard(key, clock, context.events());
    final RecordingLedger ledger = new RecordingLedger(key, clock, board, index);
    final Recorder recorder = new Recorder(context, loop, ledger, board);
    final RunTimes times = new RunTimes(clock);
    private final RtpPacket packet = new RtpPacket();
    private @Nullable GopAssembler assembler;
    private @Nullable H264Depacketiser depacketiser;
    private int sequence;
    private long nanos;
    long sent;

    void wish(RecordWish wish) {
      onLoop(() -> recorder.wish(wish));
    }

    RecordingStatus status() {
      return board.status().recording();
    }

    private void frame(UnaryOperator<List<byte[]>> network) {
      List<byte[]> payloads = RtpPackets.h264(FrameNumbers.unit(CLIP, sent));
      List<byte[]> packets = new ArrayList<>();
      for (int i = 0; i < payloads.size(); i++) {
        boolean marker = i == payloads.size() - 1;
        int timestamp = (int) (sent * 3600);
        packets.add(RtpPackets.packet(96, marker, sequence++, timestamp, payloads.get(i)));
      }
      sent++;
      nanos += 40_000_000;
      network.apply(packets).forEach(this::receive);
    }

    private void receive(byte[] bytes) {
      if (depacketiser == null) {
        RunBuilder runs = new RunBuilder(times, random, null);
        assembler = new GopAssembler(pool, new ParameterSets(), runs, this, () -> nanos);
        depacketiser = new H264Depacketiser(assembler);
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      try {
        if (packet.parse(buffer, 0, buffer.limit())) {
          depacketiser.packet(packet, buffer);
        }
      } catch (Exception broken) {
        throw new AssertionError(broken);
      }
    }

    /** The connection breaks, as the engine tells it. */
    void disconnect() {
      if (assembler != null) {
        assembler.reset();
        assembler = null;
        depacketiser = null;
      }
      recorder.end();
    }

    void lose(Duration away) {
      onLoop(
          () -> {
            disconnect();
            ledger.interrupted(new Fault(FaultCode.CLOSED, "away"), times.lastEnd());
          });
      drain();
      clock.set(clock.instant().plus(away));
      onLoop(ledger::tick);
    }

    @Override
    public void frame(Gop gop, int index) {}

    @Override
    public void complete(Gop gop) {
      recorder.take(gop);
    }

    @Override
    public void lost(Instant from, Fault reason) {
      recorder.lost(from, reason);
    }
  }
}
