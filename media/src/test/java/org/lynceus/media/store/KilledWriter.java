package org.lynceus.media.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.gop.BufferPool;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.gop.MediaBuffer;
import org.lynceus.media.gop.Run;
import org.lynceus.media.h264.ParameterSets;
import org.lynceus.media.testing.Clip;
import org.lynceus.media.testing.FrameNumbers;

/**
 * A process that writes numbered frames to a volume as fast as it can and tells on its output what
 * reached the disk and the index, until somebody kills it.
 */
final class KilledWriter {
  static final StreamKey KEY = new StreamKey(new UUID(5, 6), StreamKind.MAIN);
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final int FRAMES = 25;

  private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
  private final BufferPool pool = new BufferPool(32L << 20);
  private final Semaphore room = new Semaphore(4);
  private final Clip clip = Clip.main();

  private KilledWriter() {}

  /** Arguments: directory of the volume. */
  public static void main(String[] arguments) throws Exception {
    new KilledWriter().run(Volume.open(Path.of(arguments[0]), 0));
  }

  private synchronized void say(String line) {
    out.println(line + " .");
    out.flush();
  }

  private void run(Volume volume) throws Exception {
    ParameterSets sets = new ParameterSets();
    sets.put(clip.sps());
    sets.put(clip.pps());
    WriterOptions options =
        new WriterOptions(
            Duration.ofSeconds(4), Duration.ofMillis(20), 16L << 20, Duration.ZERO, true);
    Random random = new Random();
    VolumeWriter writer = new VolumeWriter(volume, options, new TellingIndex(), random);
    writer.start();
    UUID run = new UUID(random.nextLong(), random.nextLong());
    TellingSink sink = new TellingSink();
    Run only = new Run(run, START, sets.config(), null);
    for (long second = 0; ; second++) {
      room.acquire();
      if (!writer.offer(sink, gop(only, second))) {
        throw new IOException("the queue is full");
      }
    }
  }

  private Gop gop(Run run, long second) throws Exception {
    Gop gop = new Gop(run, new MediaBuffer(pool), new MediaBuffer(pool));
    for (int i = 0; i < FRAMES; i++) {
      long number = second * FRAMES + i;
      int size = 0;
      for (byte[] nal : FrameNumbers.unit(clip, number)) {
        ByteBuffer prefixed = ByteBuffer.allocate(4 + nal.length).putInt(nal.length).put(nal);
        gop.video().append(prefixed, 0, prefixed.capacity());
        size += prefixed.capacity();
      }
      gop.addVideo(number * 3600, size);
    }
    gop.close((second + 1) * FRAMES * 3600);
    return gop;
  }

  /** A row as one line of text. */
  static String line(Segment s) {
    return String.join(
        " ",
        "row",
        s.id().toString(),
        s.path(),
        s.run().toString(),
        s.volume().toString(),
        s.start().toString(),
        String.valueOf(s.durationMicros()),
        String.valueOf(s.bytes()),
        String.valueOf(s.closed()),
        s.codecs(),
        String.valueOf(s.width()),
        String.valueOf(s.height()),
        String.valueOf(s.initBytes()),
        String.valueOf(s.runOffsetMicros()),
        Base64.getEncoder().encodeToString(FragmentTable.encode(s.fragments())),
        String.valueOf(s.sha256()));
  }

  static Segment row(List<String> words) {
    return new Segment(
        UUID.fromString(words.get(1)),
        KEY.channel(),
        KEY.kind(),
        UUID.fromString(words.get(4)),
        words.get(2),
        Instant.parse(words.get(5)),
        Long.parseLong(words.get(6)),
        Long.parseLong(words.get(7)),
        Boolean.parseBoolean(words.get(8)),
        false,
        words.get(9),
        Integer.parseInt(words.get(10)),
        Integer.parseInt(words.get(11)),
        Integer.parseInt(words.get(12)),
        UUID.fromString(words.get(3)),
        Long.parseLong(words.get(13)),
        FragmentTable.decode(Base64.getDecoder().decode(words.get(14))),
        words.get(15).equals("null") ? null : words.get(15));
  }

  /** Says each row. */
  private final class TellingIndex implements SegmentIndex {
    @Override
    public void save(Segment segment) {
      say(line(segment));
    }

    @Override
    public void gap(StreamKey key, Instant from, Instant to, Fault reason) {
      say("gap");
    }
  }

  /** Says each group that was written. */
  private final class TellingSink implements RecordingSink {
    @Override
    public StreamKey key() {
      return KEY;
    }

    @Override
    public void written(Instant from, Instant to) {
      say("written " + Duration.between(START, to).toSeconds());
      room.release();
    }

    @Override
    public void failed(Fault fault, Gop gop) {
      say("failed " + fault.text());
    }
  }
}
