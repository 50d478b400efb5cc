package org.lynceus.live;

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

class FfmpegTest {
  @TempDir private Path directory;

  private static Ffmpeg helper(Optional<Path> program) {
    Ffmpeg helper = new Ffmpeg();
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
    Ffmpeg helper = helper(Optional.empty());
    assertThat(helper.state()).isEqualTo(Ffmpeg.State.ABSENT);
    assertThat(helper.detail()).contains("LYNCEUS_FFMPEG");
    assertThatThrownBy(() -> helper.picture(new byte[1], 160)).isInstanceOf(IOException.class);
  }

  @Test
  void aProgramThatDoesNotRunIsFailedWithTheReason() throws IOException {
    assertThat(helper(Optional.of(directory.resolve("none"))).state())
        .isEqualTo(Ffmpeg.State.FAILED);
    assertThat(helper(Optional.of(program("exit 3"))).state()).isEqualTo(Ffmpeg.State.FAILED);
  }

  @Test
  void aPictureComesFromItsOutputAndAnEmptyOneIsAFailure() throws IOException {
    Ffmpeg good = helper(Optional.of(program("echo picture")));
    assertThat(good.state()).isEqualTo(Ffmpeg.State.READY);
    assertThat(new String(good.picture(new byte[1], 160)).strip()).isEqualTo("picture");
    Ffmpeg silent =
        helper(Optional.of(program("[ \"$1\" = -hide_banner ] && echo version || exit 0")));
    assertThatThrownBy(() -> silent.picture(new byte[1], 160)).isInstanceOf(IOException.class);
  }
}
