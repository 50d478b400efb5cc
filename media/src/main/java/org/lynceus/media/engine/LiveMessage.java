package org.lynceus.media.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;

/** One message to a live viewer, in the order in which a Media Source player must see them. */
public sealed interface LiveMessage {
  /**
   * A new initialisation segment; always comes before fragments and again when the parameters or
   * the run change, or when pictures are missing.
   *
   * @param mime for {@code MediaSource.addSourceBuffer}, for example {@code video/mp4;
   *     codecs="avc1.64001f"}
   * @param bytes read-only, owned by the receiver
   */
  record Init(String mime, int width, int height, ByteBuffer bytes) implements LiveMessage {
    Init copy() {
      return new Init(mime, width, height, bytes.duplicate());
    }
  }

  /**
   * One video frame as moof and mdat, followed by the AAC audio that came since the last one, if
   * any. Times count from the start of the connection, so a viewer who joins late sees a first time
   * far from zero.
   *
   * @param bytes read-only, owned by the receiver
   * @param key whether decoding can begin here; the first fragment after an Init or a Dropped is
   *     one
   */
  record Fragment(ByteBuffer bytes, boolean key) implements LiveMessage {}

  /**
   * G.711 samples that came beside the video; only for subscriptions that asked for them. Browsers
   * play it outside of their media player, so it is not in the fragments.
   *
   * @param codec {@code alaw} or {@code ulaw}
   * @param rate samples a second
   * @param decodeTimeMicros time of the first sample on the timeline of the fragments (the {@code
   *     tfdt} of the video divided by its clock), in microseconds
   * @param bytes one byte a sample; read-only, owned by the receiver
   */
  record Audio(String codec, int rate, long decodeTimeMicros, ByteBuffer bytes)
      implements LiveMessage {
    Audio copy() {
      return new Audio(codec, rate, decodeTimeMicros, bytes.duplicate());
    }
  }

  /** The stream's state changed; the first message of every subscription. */
  record State(StreamState state, @Nullable Fault fault) implements LiveMessage {}

  /**
   * The viewer was too slow: so many frames are left out here, the next fragment is a key frame.
   */
  record Dropped(int frames) implements LiveMessage {}
}
