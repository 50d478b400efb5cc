package org.lynceus.device.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Settings;
import org.lynceus.shared.TestTransaction;

class FirmwareFilesTest {
  /** SHA-256 of "abcdef". */
  private static final String HASH =
      "bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721";

  @TempDir private Path directory;
  private final FirmwareFiles files = new FirmwareFiles();
  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void inject() {
    TestTransaction.inject(
        files,
        "settings",
        new Settings() {
          @Override
          public Optional<Path> exports() {
            return Optional.of(directory);
          }
        });
    files.requireRoom(id, 6);
  }

  private Firmware firmware(@Nullable String hash) {
    return new Firmware(id, "f.bin", 6, hash, "node1", "anna", Instant.EPOCH);
  }

  private long append(long offset, String piece) {
    return files.append(
        firmware(null),
        offset,
        new ByteArrayInputStream(piece.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void piecesMakeTheFileAndItsHash() {
    assertThat(append(0, "abc")).isEqualTo(3);
    assertThat(append(3, "def")).isEqualTo(6);
    assertThat(files.sha256(id)).isEqualTo(HASH);
    assertThat(files.checked(firmware(HASH))).isRegularFile();
  }

  @Test
  void aPieceThatIsNotTheNextOrTooLongIsRefusedAndChangesNothing() {
    append(0, "abc");
    assertThatThrownBy(() -> append(0, "abc")).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> append(4, "ef")).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> append(3, "defg")).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> append(3, "")).isInstanceOf(DomainException.class);
    assertThat(append(3, "def")).isEqualTo(6);
  }

  @Test
  void anAlteredOrMissingFileIsNotSent() throws Exception {
    append(0, "abcdef");
    Path file = files.checked(firmware(HASH));
    Files.writeString(file, "abcdeX");
    assertThatThrownBy(() -> files.checked(firmware(HASH))).isInstanceOf(DomainException.class);
    files.delete(id);
    assertThatThrownBy(() -> files.checked(firmware(HASH))).isInstanceOf(DomainException.class);
  }
}
