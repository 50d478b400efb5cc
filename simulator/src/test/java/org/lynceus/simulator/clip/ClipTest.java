package org.lynceus.simulator.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lynceus.simulator.Ffmpeg;

class ClipTest {
  private static final Path CLIPS = Path.of("src/main/resources/clips");

  @Test
  void everyClipLastsTenSecondsWithAKeyFrameEachSecond() throws IOException {
    for (int camera = 1; camera <= 8; camera++) {
      MediaTrack video = Clip.builtIn(camera).video();
      assertThat(video.units()).hasSize(250);
      assertThat(video.length()).isEqualTo(900_000);
      for (int frame = 0; frame < 250; frame++) {
        assertThat(video.units().get(frame).at()).isEqualTo(frame * 3600L);
        assertThat(video.units().get(frame).key()).isEqualTo(frame % 25 == 0);
      }
    }
  }

  @Test
  void theClipsTogetherStayWithinSixMegabytes() throws IOException {
    long sum = 0;
    for (int camera = 1; camera <= 8; camera++) {
      sum += Files.size(CLIPS.resolve("camera-" + camera + ".mp4"));
    }
    assertThat(sum).isLessThanOrEqualTo(6_000_000);
  }

  @Test
  void thePictureCarriesItsFrameNumberForMachines() throws Exception {
    String row = "format=gray,crop=1280:8:0:708";
    Ffmpeg.Outcome decoded =
        Ffmpeg.run(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            CLIPS.resolve("camera-3.mp4").toString(),
            "-vf",
            row,
            "-f",
            "rawvideo",
            "-");
    assertThat(decoded.output()).as(decoded.errors()).hasSize(250 * 1280 * 8);
    for (int frame = 0; frame < 250; frame++) {
      int number = 0;
      for (int bit = 0; bit < ScenePainter.BITS; bit++) {
        int middle = ScenePainter.BLOCKS_X + bit * ScenePainter.BLOCK + ScenePainter.BLOCK / 2;
        int grey = decoded.output()[(frame * 8 + 4) * 1280 + middle] & 0xff;
        number = number << 1 | (grey > 127 ? 1 : 0);
      }
      assertThat(number).isEqualTo(frame);
    }
  }

  @Test
  void largeUnitsAreCutAndSmallOnesSentWhole() throws IOException {
    List<byte[]> payloads = Clip.builtIn(1).video().units().get(0).payloads();
    assertThat(payloads)
        .allSatisfy(
            payload -> assertThat(payload.length).isLessThanOrEqualTo(H264Payloads.MAXIMUM));
    assertThat(payloads.get(0)[0] & 0x1f).isEqualTo(7);
    assertThat(payloads.get(1)[0] & 0x1f).isEqualTo(8);
    byte[] last = payloads.get(payloads.size() - 1);
    assertThat(last[0] & 0x1f).isEqualTo(28);
    assertThat(last[1] & 0x40).isEqualTo(0x40);
  }

  @Property(tries = 300)
  void aDamagedFileIsRefusedCleanlyOrRead(
      @ForAll @IntRange(min = 0, max = 20_000) int position,
      @ForAll byte value,
      @ForAll @IntRange(max = 30_000) int cut)
      throws IOException {
    byte[] file = Files.readAllBytes(CLIPS.resolve("camera-6.mp4"));
    file[position] = value;
    byte[] damaged = cut < 15_000 ? java.util.Arrays.copyOf(file, cut + 1000) : file;
    try {
      assertThat(Clip.of(damaged).video().units()).isNotEmpty();
    } catch (IOException refused) {
      assertThat(refused).hasMessageMatching("(?s).+");
    }
  }

  @Test
  void alawMatchesTheTableOfG711() {
    assertThat(G711Tone.encode(0) & 0xff).isEqualTo(0xd5);
    assertThat(G711Tone.encode(-1) & 0xff).isEqualTo(0x55);
    assertThat(G711Tone.encode(32767) & 0xff).isEqualTo(0xaa);
    assertThat(G711Tone.encode(-32768) & 0xff).isEqualTo(0x2a);
    assertThat(G711Tone.encode(1000) & 0xff).isEqualTo(0xfa);
  }
}
