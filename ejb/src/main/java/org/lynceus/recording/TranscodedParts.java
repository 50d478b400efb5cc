package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.live.Ffmpeg;
import org.lynceus.media.MalformedException;
import org.lynceus.media.store.Fragment;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * Parts of recordings as H.264, made by the helper when somebody asks, two at once; the newest 64
 * MB are kept in memory.
 */
@ApplicationScoped
public class TranscodedParts {
  private static final int KEPT_BYTES = 64 << 20;
  private static final int MOST_BYTES = 64 << 20;
  private static final int PATIENCE_SECONDS = 20;

  @Inject private RecordedFiles files;
  @Inject private Ffmpeg ffmpeg;
  private final Semaphore atOnce = new Semaphore(2, true);
  private final Map<Key, TranscodedPart> kept = new LinkedHashMap<>(16, 0.75f, true);
  private int keptBytes;

  private record Key(UUID segment, TranscodedPlaylist.Part part) {}

  /** Refuses with the reason {@code no-helper} when nothing can be made into H.264. */
  void require() {
    if (!ffmpeg.transcodes()) {
      throw refused("no-helper", "H.265 is converted by the ffmpeg helper: " + ffmpeg.detail());
    }
  }

  /** A part of a segment; made now if it is not kept. */
  TranscodedPart part(Segment segment, int first, int count) {
    require();
    TranscodedPlaylist.Part part = new TranscodedPlaylist.Part(first, count);
    if (!TranscodedPlaylist.Part.of(segment.fragments()).contains(part)) {
      throw DomainException.notFound("part of this recording");
    }
    Key key = new Key(segment.id(), part);
    TranscodedPart known = known(key);
    if (known != null) {
      return known;
    }
    enter();
    try {
      TranscodedPart meanwhile = known(key);
      return meanwhile == null ? keep(key, make(segment, part)) : meanwhile;
    } catch (IOException e) {
      throw RecordedFiles.unreadable(e);
    } catch (MalformedException e) {
      throw RecordedFiles.unreadable(new IOException(e));
    } finally {
      atOnce.release();
    }
  }

  private void enter() {
    try {
      if (!atOnce.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw refused("helper-busy", "The ffmpeg helper converts other recordings; try again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused("helper-busy", "The center is stopping.");
    }
  }

  private TranscodedPart make(Segment segment, TranscodedPlaylist.Part part)
      throws IOException, MalformedException {
    List<Fragment> fragments =
        segment.fragments().subList(part.first(), part.first() + part.count());
    int bytes = segment.initBytes() + fragments.stream().mapToInt(Fragment::videoBytes).sum();
    if (bytes > MOST_BYTES) {
      throw new IOException("a part of a recording is too large to be converted");
    }
    ByteBuffer mp4 = ByteBuffer.allocate(bytes);
    try (FileChannel file = FileChannel.open(files.file(segment))) {
      read(file, 0, mp4.limit(segment.initBytes()));
      for (Fragment fragment : fragments) {
        read(file, fragment.offset(), mp4.limit(mp4.position() + fragment.videoBytes()));
      }
    }
    long micros = segment.runOffsetMicros() + fragments.get(0).startMicros();
    return TranscodedPart.of(ffmpeg.part(mp4.array()), micros * 9 / 100);
  }

  private static void read(FileChannel file, long from, ByteBuffer into) throws IOException {
    long at = from;
    while (into.hasRemaining()) {
      int count = file.read(into, at);
      if (count < 0) {
        throw new IOException("the file is shorter than the index says");
      }
      at += count;
    }
  }

  private @Nullable TranscodedPart known(Key key) {
    synchronized (kept) {
      return kept.get(key);
    }
  }

  private TranscodedPart keep(Key key, TranscodedPart part) {
    synchronized (kept) {
      TranscodedPart before = kept.put(key, part);
      keptBytes += part.bytes() - (before == null ? 0 : before.bytes());
      var oldest = kept.values().iterator();
      while (keptBytes > KEPT_BYTES && kept.size() > 1) {
        keptBytes -= oldest.next().bytes();
        oldest.remove();
      }
    }
    return part;
  }

  private static DomainException refused(String code, String text) {
    return new DomainException(ProblemType.UNAVAILABLE, text, new Reason(code, text), List.of());
  }
}
