package org.lynceus.media.testing;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.gop.BufferPool;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.h264.ParameterSets;
import org.lynceus.media.h265.H265ParameterSets;
import org.lynceus.media.intake.GopAssembler;
import org.lynceus.media.intake.GopListener;
import org.lynceus.media.intake.RunBuilder;
import org.lynceus.media.intake.RunTimes;
import org.lynceus.media.jpeg.JpegFormat;
import org.lynceus.media.mp4.AudioCodec;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.VideoCodec;
import org.lynceus.media.mp4.VideoFormat;
import org.lynceus.media.rtp.H264Depacketiser;
import org.lynceus.media.rtp.H265Depacketiser;
import org.lynceus.media.rtp.JpegDepacketiser;
import org.lynceus.media.rtp.RtpPacket;
import org.lynceus.media.rtp.VideoDepacketiser;
import org.lynceus.media.store.RecordingSink;
import org.lynceus.media.store.Segment;
import org.lynceus.media.store.Volume;
import org.lynceus.media.store.VolumeWriter;
import org.lynceus.media.store.WriterOptions;

/**
 * Records the clips through the real intake and writer, but without a network and with a clock that
 * is set by hand.
 */
public final class RecordingMaker implements AutoCloseable {
  public static final AudioConfig AAC =
      new AudioConfig(AudioCodec.AAC, 16_000, 1, new byte[] {0x14, 0x08});
  public static final AudioConfig PCMA = new AudioConfig(AudioCodec.PCMA, 8000, 1, new byte[0]);
  private static final int FRAME = 3600;

  public final MemoryIndex index = new MemoryIndex();
  public final StreamKey key = new StreamKey(UUID.randomUUID(), StreamKind.MAIN);
  private final ManualClock clock;
  private final BufferPool pool = new BufferPool(256L << 20);
  private final RunTimes times;
  private final VolumeWriter writer;
  private final Random random = new Random(7);

  /** A clock that tells what it was set to. */
  public static final class ManualClock extends Clock {
    private volatile Instant now;

    public ManualClock(Instant now) {
      this.now = now;
    }

    public void set(Instant time) {
      now = time;
    }

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

  public RecordingMaker(Volume volume, Instant start, Duration segment) {
    clock = new ManualClock(start);
    times = new RunTimes(clock);
    writer =
        new VolumeWriter(
            volume,
            new WriterOptions(segment, Duration.ofHours(1), 256L << 20, Duration.ZERO, true),
            index,
            random);
    writer.start();
  }

  /** Moves the clock. */
  public void pause(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  /** One connection: the clip's frames in real media time, 25 a second. */
  public void connection(Clip clip, int frames, AudioConfig audio) throws Exception {
    Sink sink = new Sink();
    RunBuilder runs = new RunBuilder(times, random, audio);
    long[] nanos = {0};
    VideoFormat format = format(clip.codec());
    GopAssembler assembler = new GopAssembler(pool, format, runs, sink, () -> nanos[0]);
    VideoDepacketiser video = depacketiser(format, assembler);
    RtpPacket packet = new RtpPacket();
    List<byte[]> aac = Clip.aac();
    byte[] alaw = new byte[320];
    Arrays.fill(alaw, (byte) 0xd5);
    int sequence = 0;
    long samples = 0;
    for (int frame = 0; frame < frames; frame++) {
      while (audio != null && samples * 25 <= (long) frame * audio.sampleRate()) {
        boolean isAac = audio.codec() == AudioCodec.AAC;
        byte[] bytes = isAac ? aac.get((int) (samples / 1024 % aac.size())) : alaw;
        assembler.audio(samples, ByteBuffer.wrap(bytes), 0, bytes.length);
        samples += isAac ? 1024 : 320;
      }
      int units = clip.accessUnits().size();
      int shown = frame - frame % units + clip.times().get(frame % units);
      List<byte[]> payloads = RtpPackets.of(clip.codec(), clip.accessUnits().get(frame % units));
      for (int i = 0; i < payloads.size(); i++) {
        ByteBuffer bytes =
            ByteBuffer.wrap(
                RtpPackets.packet(
                    96, i == payloads.size() - 1, sequence++, shown * FRAME, payloads.get(i)));
        packet.parse(bytes, 0, bytes.limit());
        video.packet(packet, bytes);
      }
      nanos[0] += 40_000_000;
      pause(Duration.ofMillis(40));
    }
    assembler.reset();
    writer.end(sink);
  }

  private static VideoFormat format(VideoCodec codec) {
    return switch (codec) {
      case H264 -> new ParameterSets();
      case H265 -> new H265ParameterSets();
      case MJPEG -> new JpegFormat();
    };
  }

  private static VideoDepacketiser depacketiser(VideoFormat format, GopAssembler assembler) {
    if (format instanceof JpegFormat jpeg) {
      return new JpegDepacketiser(jpeg, assembler);
    }
    return format instanceof H265ParameterSets
        ? new H265Depacketiser(assembler)
        : new H264Depacketiser(assembler);
  }

  /** Ends the writer and returns what the index knows. */
  public List<Segment> finish() {
    close();
    return index.segments();
  }

  @Override
  public void close() {
    writer.close(Duration.ofSeconds(10));
    if (pool.inUse() != 0) {
      throw new AssertionError("media memory leaked: " + pool.inUse());
    }
  }

  /** Passes groups to the writer. */
  private final class Sink implements GopListener, RecordingSink {
    @Override
    public void frame(Gop gop, int index) {
      if (gop.videoSamples().count() != index + 1) {
        throw new AssertionError("frame out of order");
      }
    }

    @Override
    public void complete(Gop gop) {
      if (!writer.offer(this, gop)) {
        throw new AssertionError("the writer's queue is full");
      }
    }

    @Override
    public StreamKey key() {
      return key;
    }

    @Override
    public void written(Instant from, Instant to) {
      if (!from.isBefore(to)) {
        throw new AssertionError("empty group");
      }
    }

    @Override
    public void failed(Fault fault, Gop gop) {
      throw new AssertionError(fault.text());
    }
  }
}
