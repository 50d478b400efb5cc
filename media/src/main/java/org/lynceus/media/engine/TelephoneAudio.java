package org.lynceus.media.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.gop.SampleTable;
import org.lynceus.media.mp4.AudioCodec;
import org.lynceus.media.mp4.AudioConfig;

/** Takes the G.711 of the groups of pictures under way, each sample once, for live viewers. */
final class TelephoneAudio {
  private static final long MICROS = 1_000_000;

  private @Nullable Gop current;
  private int taken;
  private int takenBytes;
  private LiveMessage.@Nullable Audio leftOver;

  /** What came since the last call, null without any. */
  LiveMessage.@Nullable Audio take(Gop gop) {
    LiveMessage.Audio earlier = leftOver;
    leftOver = null;
    if (gop != current) {
      current = gop;
      taken = 0;
      takenBytes = 0;
    }
    LiveMessage.Audio now = rest(gop);
    return earlier == null ? now : now == null ? earlier : joined(earlier, now);
  }

  /** Keeps what came after the last frame of a group that is about to go. */
  void complete(Gop gop) {
    if (gop == current) {
      leftOver = rest(gop);
    }
    current = null;
  }

  private LiveMessage.@Nullable Audio rest(Gop gop) {
    AudioConfig config = gop.run().audio();
    SampleTable samples = gop.audioSamples();
    if (config == null || config.codec() == AudioCodec.AAC || taken >= samples.count()) {
      return null;
    }
    byte[] bytes = new byte[gop.audio().length() - takenBytes];
    gop.audio().copy(takenBytes, bytes.length, bytes, 0);
    long micros = Math.floorDiv(samples.time(taken) * MICROS, config.sampleRate());
    taken = samples.count();
    takenBytes = gop.audio().length();
    return new LiveMessage.Audio(
        config.codec().sampleEntry(),
        config.sampleRate(),
        micros,
        ByteBuffer.wrap(bytes).asReadOnlyBuffer());
  }

  private static LiveMessage.Audio joined(LiveMessage.Audio first, LiveMessage.Audio second) {
    ByteBuffer bytes = ByteBuffer.allocate(first.bytes().remaining() + second.bytes().remaining());
    bytes.put(first.bytes().duplicate()).put(second.bytes().duplicate()).flip();
    return new LiveMessage.Audio(
        first.codec(), first.rate(), first.decodeTimeMicros(), bytes.asReadOnlyBuffer());
  }
}
