package org.lynceus.media.intake;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.BufferPool;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.gop.MediaBuffer;
import org.lynceus.media.gop.PoolExhaustedException;
import org.lynceus.media.gop.Run;
import org.lynceus.media.gop.SampleTable;
import org.lynceus.media.h264.NalType;
import org.lynceus.media.h264.ParameterSets;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.rtp.AudioSink;
import org.lynceus.media.rtp.NalSink;

/**
 * Builds groups of pictures from NAL units and audio frames, each byte copied once. Waits for the
 * first key frame; leaves out damaged access units; limits an access unit to 8 MiB and a group to
 * 32 MiB or 20000 frames.
 */
public final class GopAssembler implements NalSink, AudioSink {
  private static final int MOST_UNIT = 8 << 20;
  private static final int MOST_GOP = 32 << 20;
  private static final int MOST_FRAMES = 20_000;
  private static final int MOST_AUDIO = 4 << 20;
  private static final int USUAL_FRAME = Run.VIDEO_CLOCK / 25;
  private static final long MOST_GAP = 10L * Run.VIDEO_CLOCK;

  private final BufferPool pool;
  private final ParameterSets sets;
  private final RunBuilder runs;
  private final GopListener listener;
  private final LongSupplier nanos;
  private @Nullable Gop gop;
  private MediaBuffer target;
  private long origin;
  private long runNanos;
  private int unitStart;
  private int nalStart;
  private int nalType;
  private long unitTime;
  private boolean inUnit;
  private boolean slices;
  private boolean key;
  private boolean damaged;
  private int lastStep = USUAL_FRAME;

  public GopAssembler(
      BufferPool pool,
      ParameterSets sets,
      RunBuilder runs,
      GopListener listener,
      LongSupplier nanos) {
    this.pool = pool;
    this.sets = sets;
    this.runs = runs;
    this.listener = listener;
    this.nanos = nanos;
    this.target = new MediaBuffer(pool);
  }

  /** The group under way, null while waiting for a key frame. */
  public @Nullable Gop current() {
    return gop;
  }

  @Override
  public void beginNal(byte header, long timestamp)
      throws MalformedException, PoolExhaustedException {
    if (!inUnit) {
      beginUnit(timestamp);
    }
    nalType = NalType.of(header);
    slices |= NalType.isSlice(nalType);
    if (nalType == NalType.IDR_SLICE && !key) {
      key = true;
      splitForKey();
    }
    nalStart = target.length();
    target.reserveInt();
    target.append(header);
  }

  @Override
  public void append(ByteBuffer buffer, int from, int to)
      throws MalformedException, PoolExhaustedException {
    if (!inUnit) {
      return;
    }
    if (target.length() - unitStart + to - from > MOST_UNIT) {
      throw new MalformedException("The camera sends a frame of more than 8 MiB");
    }
    target.append(buffer, from, to);
  }

  @Override
  public void endNal() throws MalformedException {
    if (!inUnit) {
      return;
    }
    int size = target.length() - nalStart - 4;
    if (NalType.isStored(nalType)) {
      target.setInt(nalStart, size);
      return;
    }
    if (nalType == NalType.SPS || nalType == NalType.PPS) {
      parameterSet(size);
    }
    target.truncate(nalStart);
  }

  @Override
  public void damaged() {
    damaged |= inUnit;
  }

  @Override
  public void endAccessUnit() throws MalformedException, PoolExhaustedException {
    boolean usable = slices && !damaged;
    boolean lostKey = key && damaged;
    inUnit = false;
    if (!usable) {
      target.truncate(unitStart);
      if (lostKey) {
        finish(endOfLast());
      }
      return;
    }
    if (key) {
      keyFrame();
    } else {
      frame();
    }
  }

  @Override
  public void audio(long timestamp, ByteBuffer buffer, int from, int to)
      throws MalformedException, PoolExhaustedException {
    runs.audioCame(nanos.getAsLong());
    Gop open = gop;
    if (open == null || open.run().audio() == null) {
      return;
    }
    long time = runs.audioTimes().time(timestamp, nanos.getAsLong() - runNanos);
    if (time < 0 || time <= runs.lastAudioTime()) {
      return;
    }
    if (open.audio().length() + to - from > MOST_AUDIO) {
      throw new MalformedException("The camera sends more than 4 MiB of audio between key frames");
    }
    open.audio().append(buffer, from, to);
    open.audioSamples().add(time, to - from);
    runs.lastAudioTime(time);
  }

  /**
   * Hands on what is complete and gives back all memory: the connection ends, or memory ran out.
   */
  public void reset() {
    if (inUnit) {
      target.truncate(unitStart);
    }
    inUnit = false;
    finish(endOfLast());
    target.release();
  }

  private void beginUnit(long timestamp) {
    inUnit = true;
    slices = false;
    key = false;
    damaged = false;
    unitTime = timestamp;
    unitStart = target.length();
  }

  private void splitForKey() throws PoolExhaustedException {
    Gop open = gop;
    if (open == null || target != open.video() || repeatsKey(open)) {
      return;
    }
    MediaBuffer next = new MediaBuffer(pool);
    next.append(target, unitStart, target.length() - unitStart);
    target.truncate(unitStart);
    target = next;
    unitStart = 0;
  }

  /**
   * Whether this is another slice of the open group's own key frame, sent as an access unit of its
   * own.
   */
  private boolean repeatsKey(Gop open) {
    return open.videoSamples().count() == 1 && unitTime - origin == open.start();
  }

  private void parameterSet(int size) throws MalformedException {
    MediaBuffer buffer = target;
    int from = nalStart + 4;
    if (sets.knows(nalType, known -> known.length == size && buffer.matches(from, known))) {
      return;
    }
    byte[] nal = new byte[Math.min(size, 8192)];
    buffer.copy(from, nal.length, nal, 0);
    sets.put(nal);
  }

  private void keyFrame() throws MalformedException {
    Gop open = gop;
    int size = target.length() - unitStart;
    if (open != null && target == open.video()) {
      open.videoSamples().extendLast(size);
      return;
    }
    VideoConfig config = sets.config();
    if (config == null) {
      target.truncate(0);
      finish(endOfLast());
      return;
    }
    long time = unitTime - origin;
    boolean joins =
        open != null
            && time > lastTime(open)
            && time - lastTime(open) < MOST_GAP
            && runs.continues(open.run(), config, time, nanos.getAsLong());
    MediaBuffer buffer = target;
    finishBefore(joins ? time : endOfLast(), buffer);
    if (!joins || open == null) {
      begin(config, buffer, size);
    } else {
      started(new Gop(open.run(), buffer, new MediaBuffer(pool)), time, size);
    }
  }

  private void begin(VideoConfig config, MediaBuffer buffer, int size) {
    origin = unitTime;
    runNanos = nanos.getAsLong();
    Run run = runs.begin(config, origin, runNanos);
    started(new Gop(run, buffer, new MediaBuffer(pool)), 0, size);
  }

  private void started(Gop next, long time, int size) {
    gop = next;
    target = next.video();
    next.addVideo(time, size);
    listener.frame(next, 0);
  }

  private void frame() throws MalformedException {
    Gop open = gop;
    int size = target.length() - unitStart;
    if (open == null) {
      target.truncate(0);
      return;
    }
    SampleTable samples = open.videoSamples();
    long time = unitTime - origin;
    long step = time - samples.lastTime();
    if (step == 0) {
      samples.extendLast(size);
      return;
    }
    if (Math.abs(step) > MOST_GAP || time <= open.start()) {
      target.truncate(unitStart);
      finish(endOfLast());
      return;
    }
    if (open.video().length() > MOST_GOP || samples.count() >= MOST_FRAMES) {
      throw new MalformedException(
          "The camera sends no key frame within 32 MiB or 20000 frames; shorten its I-frame interval");
    }
    lastStep = step > 0 ? (int) step : lastStep;
    open.addVideo(time, size);
    listener.frame(open, samples.count() - 1);
  }

  private static long lastTime(Gop open) {
    SampleTable samples = open.videoSamples();
    if (!open.reordered()) {
      return samples.lastTime();
    }
    long[] sorted = samples.sortedTimes();
    return sorted[sorted.length - 1];
  }

  private long endOfLast() {
    return gop == null ? 0 : lastTime(gop) + lastStep;
  }

  /** Ends the open group; what comes next waits for a key frame in a buffer of its own. */
  private void finish(long end) {
    MediaBuffer next = gop == null || target != gop.video() ? target : new MediaBuffer(pool);
    finishBefore(end, next);
    next.truncate(0);
  }

  private void finishBefore(long end, MediaBuffer next) {
    Gop done = gop;
    gop = null;
    target = next;
    if (done != null) {
      done.close(end);
      runs.reached(done.run().at(end));
      listener.complete(done);
    }
  }
}
