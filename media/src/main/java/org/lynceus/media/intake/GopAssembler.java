package org.lynceus.media.intake;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;
import org.lynceus.media.FaultCode;
import org.lynceus.media.MalformedException;
import org.lynceus.media.gop.BufferPool;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.gop.MediaBuffer;
import org.lynceus.media.gop.PoolExhaustedException;
import org.lynceus.media.gop.Run;
import org.lynceus.media.gop.SampleTable;
import org.lynceus.media.mp4.VideoConfig;
import org.lynceus.media.mp4.VideoFormat;
import org.lynceus.media.rtp.AudioSink;
import org.lynceus.media.rtp.NalSink;

/**
 * Builds groups of pictures from units of video and audio frames, each byte copied once. Waits for
 * the first key frame. Where packets were lost the group ends with the last whole picture, and what
 * comes is left out up to the next key frame, because it was made from the missing one. Limits an
 * access unit to 8 MiB and a group to 32 MiB or 20000 frames; pictures that all are key frames are
 * grouped by the second.
 */
public final class GopAssembler implements NalSink, AudioSink {
  private static final int MOST_UNIT = 8 << 20;
  private static final int MOST_GOP = 32 << 20;
  private static final int MOST_FRAMES = 20_000;
  private static final int MOST_AUDIO = 4 << 20;
  private static final int USUAL_FRAME = Run.VIDEO_CLOCK / 25;
  private static final long MOST_GAP = 10L * Run.VIDEO_CLOCK;

  private static final Fault LOST =
      new Fault(
          FaultCode.PACKETS_LOST,
          "Packets of the camera were lost; pictures are missing up to the next key frame");
  private static final Fault EXHAUSTED =
      new Fault(FaultCode.INTERNAL, "All memory for media was in use; pictures were left out");

  private final BufferPool pool;
  private final VideoFormat format;
  private final int prefixBytes;
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
  private boolean leading;
  private boolean damaged;
  private boolean afterLoss;
  private boolean suspect;
  private int lastStep = USUAL_FRAME;
  private DecodeTimes decodeTimes = new DecodeTimes(0, 0);
  private boolean fresh;
  private @Nullable Run resumable;
  private long resumableEnd;

  public GopAssembler(
      BufferPool pool,
      VideoFormat format,
      RunBuilder runs,
      GopListener listener,
      LongSupplier nanos) {
    this.pool = pool;
    this.format = format;
    this.prefixBytes = format.intraOnly() ? 0 : 4;
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
    nalType = format.type(header);
    if (format.isKey(nalType) && !key && mayBeginGroup()) {
      key = true;
      splitForKey();
    }
    nalStart = target.length();
    if (prefixBytes > 0) {
      target.reserveInt();
    }
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
    int size = target.length() - nalStart - prefixBytes;
    if (format.isStored(nalType)) {
      if (prefixBytes > 0) {
        target.setInt(nalStart, size);
      }
      if (format.isSlice(nalType)) {
        slice(size);
      }
      return;
    }
    if (format.isParameterSet(nalType)) {
      parameterSet(size);
    }
    target.truncate(nalStart);
  }

  /** After a loss, a picture whose first slice is missing is damaged, too. */
  private void slice(int size) {
    if (suspect && !slices && prefixBytes > 0) {
      int first = nalStart + prefixBytes + format.headerBytes();
      damaged |= size <= format.headerBytes() || (target.get(first) & 0x80) == 0;
    }
    slices = true;
    leading |= format.leads(nalType);
  }

  @Override
  public void damaged() {
    afterLoss = true;
    if (inUnit) {
      damaged = true;
    } else {
      lose(LOST);
    }
  }

  @Override
  public void endAccessUnit() throws MalformedException, PoolExhaustedException {
    if (!inUnit) {
      return;
    }
    inUnit = false;
    if (damaged || !slices) {
      target.truncate(unitStart);
      if (damaged) {
        lose(LOST);
      }
      return;
    }
    if (key) {
      keyFrame();
    } else {
      frame();
    }
  }

  /** Media memory ran out: what is complete is handed on, all memory is given back. */
  public void exhausted() {
    if (inUnit) {
      target.truncate(unitStart);
    }
    inUnit = false;
    lose(EXHAUSTED);
    target.release();
  }

  /** Ends the group before what was lost; the run can go on with a later key frame. */
  private void lose(Fault reason) {
    Gop open = gop;
    if (open == null) {
      target.truncate(0);
      return;
    }
    SampleTable samples = open.videoSamples();
    long end = endOfLast();
    long from = open.reordered() ? samples.decodeTime(samples.count() - 1) : end;
    resumable = open.run();
    resumableEnd = end;
    finish(end);
    listener.lost(open.run().at(from), reason);
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

  /** Hands on what is complete and gives back all memory: the connection ends. */
  public void reset() {
    if (inUnit) {
      target.truncate(unitStart);
    }
    inUnit = false;
    finish(endOfLast());
    resumable = null;
    target.release();
  }

  private void beginUnit(long timestamp) {
    inUnit = true;
    slices = false;
    key = false;
    leading = false;
    damaged = false;
    suspect = afterLoss;
    afterLoss = false;
    unitTime = timestamp;
    unitStart = target.length();
  }

  private boolean mayBeginGroup() {
    Gop open = gop;
    if (!format.intraOnly() || open == null) {
      return true;
    }
    long time = unitTime - origin - open.start();
    return time < 0 || time >= Run.VIDEO_CLOCK || !open.run().video().equals(format.config());
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
    int from = nalStart + prefixBytes;
    if (format.knows(nalType, known -> known.length == size && buffer.matches(from, known))) {
      return;
    }
    byte[] nal = new byte[Math.min(size, 8192)];
    buffer.copy(from, nal.length, nal, 0);
    format.put(nal);
  }

  private void keyFrame() throws MalformedException {
    Gop open = gop;
    int size = target.length() - unitStart;
    if (open != null && target == open.video()) {
      open.videoSamples().extendLast(size);
      return;
    }
    VideoConfig config = format.config();
    if (config == null) {
      target.truncate(0);
      finish(endOfLast());
      return;
    }
    long time = unitTime - origin;
    Run run = open == null ? resumable : open.run();
    long reached = open == null ? resumableEnd - 1 : lastTime(open);
    boolean joins =
        run != null
            && time > reached
            && time - reached < MOST_GAP
            && runs.continues(run, config, time, nanos.getAsLong());
    MediaBuffer buffer = target;
    finishBefore(joins ? time : endOfLast(), buffer);
    if (!joins || run == null) {
      begin(config, buffer, size);
    } else {
      started(new Gop(run, buffer, new MediaBuffer(pool)), time, size);
    }
  }

  private void begin(VideoConfig config, MediaBuffer buffer, int size) {
    origin = unitTime;
    runNanos = nanos.getAsLong();
    Run run = runs.begin(config, origin, runNanos);
    resumable = null;
    decodeTimes = new DecodeTimes(format.reorder(), 0);
    started(new Gop(run, buffer, new MediaBuffer(pool)), 0, size);
  }

  private void started(Gop next, long time, int size) {
    gop = next;
    target = next.video();
    fresh = resumable != null || time == 0;
    if (resumable != null) {
      decodeTimes = new DecodeTimes(format.reorder(), time);
      resumable = null;
    }
    next.addVideo(time, decodeTimes.next(time), size);
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
    if (leading && time < open.start() && (fresh || open.start() - time < MOST_GAP)) {
      if (fresh) {
        target.truncate(unitStart);
        return;
      }
    } else if (Math.abs(step) > MOST_GAP || time <= open.start()) {
      target.truncate(unitStart);
      finish(endOfLast());
      return;
    }
    if (open.video().length() > MOST_GOP || samples.count() >= MOST_FRAMES) {
      throw new MalformedException(
          "The camera sends no key frame within 32 MiB or 20000 frames; shorten its I-frame interval");
    }
    lastStep = step > 0 ? (int) step : lastStep;
    open.addVideo(time, decodeTimes.next(time), size);
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
    Gop open = gop;
    if (open == null) {
      return 0;
    }
    long last = lastTime(open);
    int count = open.videoSamples().count();
    return last + (open.reordered() ? (last - open.start()) / (count - 1) : lastStep);
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
