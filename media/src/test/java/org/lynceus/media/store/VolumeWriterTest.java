package org.lynceus.media.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.Fault;
import org.lynceus.media.StreamKey;
import org.lynceus.media.StreamKind;
import org.lynceus.media.gop.BufferPool;
import org.lynceus.media.gop.Gop;
import org.lynceus.media.gop.MediaBuffer;
import org.lynceus.media.gop.Run;
import org.lynceus.media.h264.ParameterSets;
import org.lynceus.media.testing.Clip;
import org.lynceus.media.testing.MemoryIndex;

class VolumeWriterTest {
  private static final int GOP_BYTES = 100_000;
  @TempDir Path directory;
  private final BufferPool pool = new BufferPool(64L << 20);
  private final List<Instant> written = new ArrayList<>();
  private final RecordingSink sink =
      new RecordingSink() {
        private final StreamKey key = new StreamKey(new UUID(1, 2), StreamKind.SUB);

        @Override
        public StreamKey key() {
          return key;
        }

        @Override
        public void written(Instant from, Instant to) {
          written.add(from);
        }

        @Override
        public void failed(Fault fault, Gop gop) {
          throw new AssertionError(fault.text());
        }
      };

  private Gop gop(Run run, int number) throws Exception {
    MediaBuffer video = new MediaBuffer(pool);
    video.append(ByteBuffer.allocate(GOP_BYTES).putInt(0, GOP_BYTES - 4), 0, GOP_BYTES);
    Gop gop = new Gop(run, video, new MediaBuffer(pool));
    gop.addVideo(number * 90_000L, GOP_BYTES);
    gop.close((number + 1) * 90_000L);
    return gop;
  }

  @Test
  void aQueueThatIsFullRefusesWhatComesAndLosesNothingItTook() throws Exception {
    ParameterSets sets = new ParameterSets();
    sets.put(Clip.main().sps());
    sets.put(Clip.main().pps());
    Run run =
        new Run(UUID.randomUUID(), Instant.parse("2026-01-01T00:00:30Z"), sets.config(), null);
    Volume volume = Volume.initialise(directory, UUID.randomUUID(), 0);
    MemoryIndex index = new MemoryIndex();
    VolumeWriter writer =
        new VolumeWriter(
            volume,
            new WriterOptions(
                Duration.ofDays(1), Duration.ofHours(1), 10 * GOP_BYTES, Duration.ZERO, false),
            index,
            new Random(1));
    int taken = 0;
    for (int i = 0; i < 20; i++) {
      Gop gop = gop(run, i);
      if (writer.offer(sink, gop)) {
        taken++;
      } else {
        gop.release();
      }
    }
    assertThat(taken).isEqualTo(10);
    writer.start();
    writer.close(Duration.ofSeconds(10));
    assertThat(written).hasSize(10);
    assertThat(pool.inUse()).isZero();
    assertThat(index.segments()).hasSize(1);
    assertThat(index.segments().get(0).closed()).isTrue();
    assertThat(index.segments().get(0).sha256()).isNull();
    assertThat(index.segments().get(0).fragments()).hasSize(10);
  }
}
