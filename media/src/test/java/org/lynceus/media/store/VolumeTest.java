package org.lynceus.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.FaultCode;

class VolumeTest {
  @TempDir Path directory;

  private static FaultCode code(VolumeException refused) {
    return refused.fault().code();
  }

  @Test
  void isMadeInAnEmptyDirectoryAndFoundAgain() throws Exception {
    UUID id = UUID.randomUUID();
    Volume made = Volume.initialise(directory, id, 1000);
    assertThat(made.status().state()).isEqualTo(VolumeState.READY);
    assertThat(made.status().totalBytes()).isPositive();
    assertThat(Volume.open(directory, 1000).id()).isEqualTo(id);
    assertThat(Volume.expected(directory, id, 0).status().state()).isEqualTo(VolumeState.READY);
  }

  @Test
  void isNotMadeOverOtherFiles() throws Exception {
    Files.writeString(directory.resolve("photo.jpg"), "x");
    assertThatThrownBy(() -> Volume.initialise(directory, UUID.randomUUID(), 0))
        .isInstanceOfSatisfying(
            VolumeException.class, e -> assertThat(code(e)).isEqualTo(FaultCode.VOLUME_FAILED))
        .hasMessageContaining("not empty");
    assertThat(directory.resolve("volume.json")).doesNotExist();
  }

  @Test
  void aMissingOrForeignDirectoryIsRefused() throws Exception {
    assertThatThrownBy(() -> Volume.open(directory.resolve("nothing"), 0))
        .isInstanceOfSatisfying(
            VolumeException.class, e -> assertThat(code(e)).isEqualTo(FaultCode.VOLUME_MISSING));
    Volume.initialise(directory, UUID.randomUUID(), 0);
    Volume other = Volume.expected(directory, UUID.randomUUID(), 0);
    assertThat(other.fault().code()).isEqualTo(FaultCode.VOLUME_MISSING);
    Files.writeString(
        directory.resolve("volume.json"), "{\"format\": 9, \"id\": \"" + other.id() + "\"}");
    assertThat(other.refresh().state()).isEqualTo(VolumeState.MISSING);
  }

  @Test
  void isFullAtItsReserve() throws Exception {
    Volume volume = Volume.initialise(directory, UUID.randomUUID(), Long.MAX_VALUE / 4);
    assertThat(volume.status().state()).isEqualTo(VolumeState.FULL);
    assertThat(volume.fault().text()).contains("MB free");
    volume.reserve(0);
    assertThat(volume.refresh().state()).isEqualTo(VolumeState.READY);
    volume.intake(1e15, java.time.Duration.ofHours(1));
    assertThat(volume.refresh().state()).isEqualTo(VolumeState.FULL);
  }

  @Test
  void pathsStayInside() throws Exception {
    Volume volume = Volume.initialise(directory, UUID.randomUUID(), 0);
    assertThat(volume.resolve("2026/01/01/00/x.mp4")).startsWithRaw(directory);
    assertThatThrownBy(() -> volume.resolve("../x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> volume.resolve("/etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
