package org.lynceus.media.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.lynceus.media.MalformedException;
import org.lynceus.media.mp4.BoxReader;
import org.lynceus.media.mp4.InitInfo;
import org.lynceus.media.mp4.MoofInfo;
import org.lynceus.media.testing.Clip;
import org.lynceus.media.testing.RecordingMaker;

/**
 * Whatever the bytes on a disk are, the readers answer or refuse; they never fail in another way.
 */
class FileFuzzTest {
  private static byte[] golden;
  private static Segment segment;
  private static Path directory;

  @BeforeContainer
  static void record() throws Exception {
    directory = Files.createTempDirectory(Path.of("target"), "fuzz");
    Volume volume = Volume.initialise(directory, UUID.randomUUID(), 0);
    try (RecordingMaker maker =
        new RecordingMaker(volume, Instant.parse("2026-01-01T00:00:10Z"), Duration.ofDays(1))) {
      maker.connection(Clip.main(), 60, RecordingMaker.AAC);
      List<Segment> all = maker.finish();
      segment = all.get(all.size() - 1);
    }
    golden = Files.readAllBytes(volume.resolve(segment.path()));
  }

  @Property(tries = 300)
  void aChangedFileIsReadAsFarAsItIsWhole(
      @ForAll @Size(min = 1, max = 6) int[] places, @ForAll byte value) throws Exception {
    byte[] changed = golden.clone();
    for (int i = 0; i < places.length; i++) {
      int span = i % 2 == 0 ? segment.initBytes() + 600 : changed.length;
      changed[Math.floorMod(places[i], span)] = value;
    }
    Files.write(directory.resolve("changed.mp4"), changed);
    try {
      SegmentFile.Content content = SegmentFile.read(directory, "changed.mp4");
      if (content.segment() != null) {
        assertThat(content.segment().bytes()).isLessThanOrEqualTo(changed.length);
        assertThat(content.segment().fragments()).isNotEmpty();
      }
    } catch (MalformedException foreign) {
      assertThat(foreign.getMessage()).isNotBlank();
    }
  }

  @Property(tries = 300)
  void anyBoxesAreReadOrRefused(@ForAll @Size(max = 200) byte[] noise) throws Exception {
    Files.write(directory.resolve("noise.mp4"), noise);
    try {
      assertThat(SegmentFile.read(directory, "noise.mp4").segment()).isNull();
    } catch (MalformedException foreign) {
      assertThat(foreign.getMessage()).isNotBlank();
    }
    ByteBuffer bytes = ByteBuffer.wrap(noise);
    refusing(() -> InitInfo.parse(bytes));
    refusing(() -> MoofInfo.parse(bytes));
    refusing(() -> BoxReader.require(bytes, "moov"));
  }

  @Property(tries = 300)
  void changedHeadersAreReadOrRefused(@ForAll int place, @ForAll byte value) {
    byte[] init = java.util.Arrays.copyOf(golden, segment.initBytes());
    init[Math.floorMod(place, init.length)] = value;
    refusing(() -> InitInfo.parse(ByteBuffer.wrap(init)));
    int at = (int) segment.fragments().get(0).offset();
    int size = ByteBuffer.wrap(golden).getInt(at);
    byte[] moof = java.util.Arrays.copyOfRange(golden, at + 8, at + size);
    moof[Math.floorMod(place, moof.length)] = value;
    refusing(() -> MoofInfo.parse(ByteBuffer.wrap(moof)));
  }

  @Property(tries = 300)
  void anyVolumeFileIsReadOrRefused(@ForAll int place, @ForAll byte value, @ForAll byte[] noise) {
    byte[] json =
        "{\"format\": 1, \"id\": \"0d9a5a3e-3f0c-4f39-8a69-0a0f8d1f6f6b\"}\n"
            .getBytes(StandardCharsets.UTF_8);
    json[Math.floorMod(place, json.length)] = value;
    refusing(() -> VolumeFile.parse(json));
    refusing(() -> VolumeFile.parse(noise));
  }

  private interface Parsing {
    Object parse() throws MalformedException;
  }

  private static void refusing(Parsing parsing) {
    try {
      assertThat(parsing.parse()).isNotNull();
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
