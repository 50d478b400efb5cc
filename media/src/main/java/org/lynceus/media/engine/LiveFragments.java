package org.lynceus.media.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.gop.Run;
import org.lynceus.media.gop.SampleTable;
import org.lynceus.media.mp4.AudioCodec;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.FragmentHeader;
import org.lynceus.media.mp4.FragmentSamples;
import org.lynceus.media.mp4.InitSegment;
import org.lynceus.media.mp4.OneSample;
import org.lynceus.media.mp4.TrackBox;

/**
 * Makes the messages of a live stream out of the group of pictures under way: one fragment per
 * video frame.
 */
final class LiveFragments {
  private static final int USUAL_FRAME = Run.VIDEO_CLOCK / 25;
  private static final byte[] NOTHING = {};

  private int sequence;
  private long lastDecodeTime = -1;
  private int lastDuration = USUAL_FRAME;
  private int audioSent;
  private byte[] leftOver = NOTHING;
  private final TelephoneAudio telephone = new TelephoneAudio();

  /** The initialisation segment of a run, with audio only when browsers can play it. */
  static LiveMessage.Init init(Run run) {
    AudioConfig audio = playable(run);
    String codecs = run.video().codecString() + (audio == null ? "" : "," + audio.codecString());
    byte[] bytes = InitSegment.write(run.video(), audio).toArray();
    return new LiveMessage.Init(
        "video/mp4; codecs=\"" + codecs + "\"",
        run.video().width(),
        run.video().height(),
        ByteBuffer.wrap(bytes).asReadOnlyBuffer());
  }

  /** A frame as a fragment, with the audio that came since the last one. */
  LiveMessage.Fragment fragment(Gop gop, int index) {
    SampleTable samples = gop.videoSamples();
    if (index == 0) {
      audioSent = 0;
      if (gop.start() == 0) {
        lastDecodeTime = -1;
        leftOver = NOTHING;
      }
    }
    long time = samples.time(index);
    long decodeTime = samples.decodeTime(index);
    if (lastDecodeTime >= 0 && decodeTime - lastDecodeTime < Run.VIDEO_CLOCK) {
      lastDuration = (int) (decodeTime - lastDecodeTime);
    }
    lastDecodeTime = decodeTime;
    OneSample sample = new OneSample(samples.size(index), lastDuration, (int) (time - decodeTime));
    int offset = gop.video().length() - samples.size(index);
    byte[] audio = audio(gop);
    int head = FragmentHeader.bytes(TrackBox.VIDEO, sample);
    ByteBuffer out = ByteBuffer.allocate(head + sample.bytes() + leftOver.length + audio.length);
    FragmentHeader.write(
        out, ++sequence, TrackBox.VIDEO, index == 0, decodeTime, sample, sample.bytes());
    gop.video().copy(offset, sample.bytes(), out.array(), head);
    out.position(head + sample.bytes()).put(leftOver).put(audio).flip();
    leftOver = NOTHING;
    return new LiveMessage.Fragment(out.asReadOnlyBuffer(), index == 0);
  }

  /** The G.711 that came since the last call, null without any. */
  LiveMessage.@Nullable Audio telephone(Gop gop) {
    return telephone.take(gop);
  }

  /** A viewer was sent the group so far: the next fragment goes on from there. */
  void joined(Gop gop) {
    if (lastDecodeTime < 0) {
      lastDecodeTime = gop.videoSamples().decodeTime(gop.videoSamples().count() - 1);
      audioSent = gop.audioSamples().count();
    }
  }

  /** Keeps the audio that came after the last frame of a group that is about to go. */
  void complete(Gop gop) {
    leftOver = audio(gop);
    telephone.complete(gop);
  }

  /** The group under way so far, frame by frame, for a viewer who comes in the middle. */
  static LiveMessage.Fragment[] soFar(Gop gop) {
    SampleTable samples = gop.videoSamples();
    LiveMessage.Fragment[] fragments = new LiveMessage.Fragment[samples.count()];
    int offset = 0;
    for (int i = 0; i < fragments.length; i++) {
      long time = samples.decodeTime(i);
      long next = i + 1 < fragments.length ? samples.decodeTime(i + 1) : time + USUAL_FRAME;
      int duration = (int) Math.max(1, Math.min(Run.VIDEO_CLOCK, next - time));
      OneSample sample = new OneSample(samples.size(i), duration, (int) (samples.time(i) - time));
      int head = FragmentHeader.bytes(TrackBox.VIDEO, sample);
      ByteBuffer out = ByteBuffer.allocate(head + sample.bytes());
      FragmentHeader.write(out, i + 1, TrackBox.VIDEO, i == 0, time, sample, sample.bytes());
      gop.video().copy(offset, sample.bytes(), out.array(), head);
      offset += sample.bytes();
      fragments[i] = new LiveMessage.Fragment(out.clear().asReadOnlyBuffer(), i == 0);
    }
    return fragments;
  }

  /** What the viewers were not sent yet of the group's audio. */
  private byte[] audio(Gop gop) {
    AudioConfig config = playable(gop.run());
    SampleTable samples = gop.audioSamples();
    if (config == null || audioSent >= samples.count()) {
      return NOTHING;
    }
    AudioTail tail = new AudioTail(samples, audioSent, config);
    int head = FragmentHeader.bytes(TrackBox.AUDIO, tail);
    byte[] bytes = new byte[head + tail.bytes];
    FragmentHeader.write(
        ByteBuffer.wrap(bytes),
        ++sequence,
        TrackBox.AUDIO,
        false,
        samples.time(audioSent),
        tail,
        tail.bytes);
    gop.audio().copy(gop.audio().length() - tail.bytes, tail.bytes, bytes, head);
    audioSent = samples.count();
    return bytes;
  }

  private static @Nullable AudioConfig playable(Run run) {
    AudioConfig audio = run.audio();
    return audio != null && audio.codec() == AudioCodec.AAC ? audio : null;
  }

  /** The newest audio frames of a group. */
  private static final class AudioTail implements FragmentSamples {
    private final SampleTable table;
    private final int first;
    private final AudioConfig config;
    private final int bytes;

    AudioTail(SampleTable table, int first, AudioConfig config) {
      this.table = table;
      this.first = first;
      this.config = config;
      int sum = 0;
      for (int i = first; i < table.count(); i++) {
        sum += table.size(i);
      }
      this.bytes = sum;
    }

    @Override
    public int count() {
      return table.count() - first;
    }

    @Override
    public int duration(int index) {
      int at = first + index;
      return at + 1 < table.count()
          ? (int) (table.time(at + 1) - table.time(at))
          : config.samplesOf(table.size(at));
    }

    @Override
    public int size(int index) {
      return table.size(first + index);
    }

    @Override
    public int compositionOffset(int index) {
      return 0;
    }

    @Override
    public boolean reordered() {
      return false;
    }
  }
}
