package org.lynceus.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.shared.Settings;
import org.lynceus.shared.TestTransaction;

class FfmpegHelperTest {
  @TempDir private Path directory;

  private static FfmpegHelper helper(Optional<Path> program) {
    FfmpegHelper helper = new FfmpegHelper();
    TestTransaction.inject(
        helper,
        "settings",
        new Settings() {
          @Override
          public Optional<Path> ffmpeg() {
            return program;
          }
        });
    helper.find();
    return helper;
  }

  private Path program(String script) throws IOException {
    Path file = directory.resolve("ffmpeg");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void withoutTheSettingItIsAbsentAndSaysSo() {
    FfmpegHelper helper = helper(Optional.empty());
    assertThat(helper.state()).isEqualTo(FfmpegHelper.State.ABSENT);
    assertThat(helper.detail()).contains("LYNCEUS_FFMPEG");
    assertThatThrownBy(() -> helper.picture(new byte[1], 160)).isInstanceOf(IOException.class);
  }

  @Test
  void aProgramThatDoesNotRunIsFailedWithTheReason() throws IOException {
    assertThat(helper(Optional.of(directory.resolve("none"))).state())
        .isEqualTo(FfmpegHelper.State.FAILED);
    assertThat(helper(Optional.of(program("exit 3"))).state()).isEqualTo(FfmpegHelper.State.FAILED);
  }

  @Test
  void aPictureComesFromItsOutputAndAnEmptyOneIsAFailure() throws IOException {
    FfmpegHelper good = helper(Optional.of(program("echo picture")));
    assertThat(good.state()).isEqualTo(FfmpegHelper.State.READY);
    assertThat(new String(good.picture(new byte[1], 160)).strip()).isEqualTo("picture");
    FfmpegHelper silent =
        helper(Optional.of(program("[ \"$1\" = -version ] && echo version || exit 0")));
    assertThatThrownBy(() -> silent.picture(new byte[1], 160)).isInstanceOf(IOException.class);
  }
}
