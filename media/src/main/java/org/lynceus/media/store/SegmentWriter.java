package org.lynceus.media.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.StreamKey;
import org.lynceus.media.digest.FileDigests;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.gop.GopSamples;
import org.lynceus.media.gop.Run;
import org.lynceus.media.mp4.AudioConfig;
import org.lynceus.media.mp4.BoxBuffer;
import org.lynceus.media.mp4.FragmentHeader;
import org.lynceus.media.mp4.InitSegment;
import org.lynceus.media.mp4.TrackBox;

/**
 * One open recording file. Each group of pictures becomes one gathering write of a whole fragment,
 * so that the file plays wherever it is cut off. Used by its volume's writer thread only.
 */
final class SegmentWriter {
  private static final int MOST_NAMES = 100;

  private final Run run;
  private final SegmentIdentity identity;
  private final Path file;
  private final String path;
  private final FileChannel channel;
  private final FileDigests.@Nullable Sum sum;
  private final byte[] init;
  private final List<Fragment> fragments = new ArrayList<>();
  private final long runOffset;
  private long bytes;
  private long durationMicros;
  private boolean directoryForced;

  private SegmentWriter(
      Run run,
      SegmentIdentity identity,
      Path root,
      String path,
      FileChannel channel,
      @Nullable FileDigests digests) {
    this.run = run;
    this.identity = identity;
    this.file = root.resolve(path);
    this.path = path;
    this.channel = channel;
    this.sum = digests == null ? null : digests.begin(() -> FileDigest.of(file));
    this.runOffset = identity.runOffsetMicros();
    BoxBuffer boxes = InitSegment.write(run.video(), run.audio());
    identity.write(boxes);
    this.init = boxes.toArray();
  }

  /** Makes the file for a stream's next group of pictures; nothing is written yet. */
  static SegmentWriter open(
      Volume volume, StreamKey key, Gop gop, RandomGenerator random, @Nullable FileDigests digests)
      throws IOException {
    Run run = gop.run();
    var start = run.at(gop.start());
    SegmentIdentity identity =
        new SegmentIdentity(
            TimeUuid.of(start, random),
            key.channel(),
            key.kind(),
            volume.id(),
            start,
            run.id(),
            Run.micros(gop.start()));
    String hour = Directories.hour(start);
    Directories.make(volume.directory(), volume.resolve(hour));
    for (int i = 0; i < MOST_NAMES; i++) {
      String path = hour + "/" + key + "-" + (start.toEpochMilli() + i) + ".mp4";
      try {
        FileChannel channel =
            FileChannel.open(
                volume.resolve(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new SegmentWriter(run, identity, volume.directory(), path, channel, digests);
      } catch (FileAlreadyExistsException taken) {
        continue;
      } catch (NoSuchFileException emptied) {
        // Retention removed the directory because it was empty until now.
        Directories.make(volume.directory(), volume.resolve(hour));
      }
    }
    throw new IOException("no free file name for a segment");
  }

  /** Whether the group belongs into this file by its run. */
  boolean continues(Gop gop) {
    return run.id().equals(gop.run().id());
  }

  long startMillis() {
    return identity.start().toEpochMilli();
  }

  boolean empty() {
    return fragments.isEmpty();
  }

  String path() {
    return path;
  }

  /**
   * Writes a closed group as one fragment and takes its ownership unless that fails; with the first
   * goes the initialisation segment. Returns the number of bytes written.
   */
  long write(Gop gop, int sequence) throws IOException {
    GopSamples video = GopSamples.video(gop);
    AudioConfig audioConfig = gop.audioSamples().count() > 0 ? run.audio() : null;
    GopSamples audio = audioConfig == null ? null : GopSamples.audio(gop, audioConfig);
    int headBytes = FragmentHeader.bytes(TrackBox.VIDEO, video);
    int audioHeadBytes = audio == null ? 0 : FragmentHeader.bytes(TrackBox.AUDIO, audio);
    ByteBuffer heads = ByteBuffer.allocate(headBytes + audioHeadBytes);
    FragmentHeader.write(
        heads, sequence, TrackBox.VIDEO, true, video.baseTime(), video, gop.video().length());
    if (audio != null) {
      FragmentHeader.write(
          heads, sequence, TrackBox.AUDIO, false, audio.baseTime(), audio, gop.audio().length());
    }
    List<ByteBuffer> parts = new ArrayList<>();
    if (fragments.isEmpty()) {
      parts.add(ByteBuffer.wrap(init));
    }
    parts.add(heads.slice(0, headBytes));
    gop.video().addTo(parts);
    if (audio != null) {
      parts.add(heads.slice(headBytes, audioHeadBytes));
      gop.audio().addTo(parts);
    }
    long offset = fragments.isEmpty() ? init.length : bytes;
    List<ByteBuffer> summed = parts.stream().map(ByteBuffer::duplicate).toList();
    long written = write(parts.toArray(ByteBuffer[]::new));
    int audioBytes = audio == null ? 0 : audioHeadBytes + gop.audio().length();
    added(gop, offset, headBytes + gop.video().length(), audioBytes);
    if (sum == null) {
      gop.release();
    } else {
      sum.add(summed, gop::release);
    }
    return written;
  }

  private void added(Gop gop, long offset, int videoBytes, int audioBytes) {
    long start = Run.micros(gop.start()) - runOffset;
    int duration = (int) (Run.micros(gop.end()) - Run.micros(gop.start()));
    fragments.add(new Fragment(offset, videoBytes, audioBytes, start, duration));
    bytes = offset + videoBytes + audioBytes;
    durationMicros = start + duration;
  }

  private long write(ByteBuffer[] parts) throws IOException {
    long total = 0;
    for (ByteBuffer part : parts) {
      total += part.remaining();
    }
    long left = total;
    while (left > 0) {
      left -= channel.write(parts);
    }
    return total;
  }

  /** fdatasync; the first time also of the directory, so that the file cannot vanish. */
  void force() throws IOException {
    channel.force(false);
    if (!directoryForced) {
      forceDirectory();
    }
  }

  /** Ends the file safely on disk; what it is then is told when its digest is known. */
  void close(Consumer<Segment> done) throws IOException {
    try (channel) {
      channel.force(false);
    }
    forceDirectory();
    if (sum == null) {
      done.accept(segment(true, null));
    } else {
      sum.end(sha256 -> done.accept(segment(true, sha256)));
    }
  }

  /** Gives the file up after an error, as it is. */
  void abandon() throws IOException {
    if (sum != null) {
      sum.forget();
    }
    channel.close();
  }

  /** The segment as it is on disk so far. */
  Segment segment() {
    return segment(false, null);
  }

  private Segment segment(boolean closed, @Nullable String sha256) {
    return new Segment(
        identity.id(),
        identity.channel(),
        identity.kind(),
        identity.volume(),
        path,
        identity.start(),
        durationMicros,
        bytes,
        closed,
        false,
        run.codecs(),
        run.video().width(),
        run.video().height(),
        init.length,
        identity.run(),
        runOffset,
        fragments,
        sha256);
  }

  private void forceDirectory() throws IOException {
    Directories.force(Objects.requireNonNull(file.getParent()));
    directoryForced = true;
  }
}
