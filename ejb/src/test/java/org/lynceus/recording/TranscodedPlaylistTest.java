package org.lynceus.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lynceus.media.MalformedException;
import org.lynceus.media.StreamKind;
import org.lynceus.media.store.Fragment;
import org.lynceus.media.store.Segment;
import org.lynceus.shared.TimeRange;

class TranscodedPlaylistTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final UUID RUN = new UUID(1, 1);

  private static Segment segment(UUID run, Instant start, long runOffset, int groups) {
    List<Fragment> fragments = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      fragments.add(new Fragment(700 + i * 1000L, 1000, 0, i * 2_000_000L, 2_000_000));
    }
    return new Segment(
        new UUID(2, runOffset),
        new UUID(3, 1),
        StreamKind.MAIN,
        new UUID(4, 1),
        "x.mp4",
        start,
        groups * 2_000_000L,
        1000L * groups,
        true,
        false,
        "hvc1.1.6.L93.B0",
        640,
        360,
        700,
        run,
        runOffset,
        fragments,
        null);
  }

  @Test
  void partsAreFourSecondsAndThoseOfTheRangeAreListed() {
    String playlist =
        TranscodedPlaylist.of(
            List.of(segment(RUN, NOON, 0, 5)),
            new TimeRange(NOON.plusSeconds(5), NOON.plusSeconds(9)));
    String id = new UUID(2, 0).toString();
    assertThat(playlist.lines().filter(line -> !line.startsWith("#")))
        .containsExactly("segments/" + id + "/h264/2-2.m4s", "segments/" + id + "/h264/4-1.m4s");
    assertThat(playlist)
        .contains("#EXT-X-MAP:URI=\"segments/" + id + "/h264/2-2.init.mp4\"")
        .contains("#EXTINF:4.000000,\n")
        .contains("#EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:04Z")
        .doesNotContain("DISCONTINUITY")
        .endsWith("#EXT-X-ENDLIST\n");
  }

  @Test
  void anotherRunIsADiscontinuityAndTheSameRunIsNone() {
    TimeRange hour = new TimeRange(NOON, NOON.plusSeconds(3600));
    Segment first = segment(RUN, NOON, 0, 2);
    Segment next = segment(RUN, NOON.plusSeconds(4), 4_000_000, 2);
    Segment other = segment(new UUID(1, 2), NOON.plusSeconds(60), 0, 2);
    assertThat(TranscodedPlaylist.of(List.of(first, next), hour)).doesNotContain("DISCONTINUITY");
    assertThat(TranscodedPlaylist.of(List.of(first, next, other), hour).split("DISCONTINUITY"))
        .hasSize(2);
  }

  @Property
  void partsHoldEachGroupOfPicturesOnce(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 9_000_000) Integer> lengths) {
    List<Fragment> fragments = new ArrayList<>();
    long start = 0;
    for (int length : lengths) {
      fragments.add(new Fragment(0, 1, 0, start, length));
      start += length;
    }
    int next = 0;
    for (TranscodedPlaylist.Part part : TranscodedPlaylist.Part.of(fragments)) {
      assertThat(part.first()).isEqualTo(next);
      assertThat(part.count()).isPositive();
      next += part.count();
    }
    assertThat(next).isEqualTo(fragments.size());
  }

  private static byte[] box(String type, byte[]... inside) {
    int size = 8;
    for (byte[] part : inside) {
      size += part.length;
    }
    ByteBuffer box = ByteBuffer.allocate(size).putInt(size);
    box.put(type.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    for (byte[] part : inside) {
      box.put(part);
    }
    return box.array();
  }

  private static byte[] joined(byte[]... parts) {
    byte[] whole = box("free", parts);
    return java.util.Arrays.copyOfRange(whole, 8, whole.length);
  }

  @Test
  void whatTheHelperMadeIsMovedToItsPlaceOnTheRun() throws Exception {
    byte[] time = ByteBuffer.allocate(12).putInt(1 << 24).putLong(90).array();
    byte[] moof = box("moof", box("traf", box("tfdt", time)));
    byte[] mdat = box("mdat", new byte[5]);
    byte[] init = joined(box("ftyp"), box("moov"));
    TranscodedPart part =
        TranscodedPart.of(joined(init, moof, mdat, box("mfra", new byte[3])), 1L << 33);
    assertThat(part.init()).isEqualTo(init);
    assertThat(part.media()).hasSize(moof.length + mdat.length);
    assertThat(ByteBuffer.wrap(part.media()).getLong(moof.length - 8)).isEqualTo((1L << 33) + 90);
    assertThatThrownBy(() -> TranscodedPart.of(init, 0)).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> TranscodedPart.of(joined(init, box("moof"), mdat), 0))
        .isInstanceOf(MalformedException.class);
  }
}
