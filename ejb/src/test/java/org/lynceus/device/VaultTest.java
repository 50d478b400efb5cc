package org.lynceus.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.shared.Settings;
import org.lynceus.shared.TestTransaction;

class VaultTest {
  @TempDir private Path directory;
  private final Vault vault = new Vault();
  private final UUID device = UUID.randomUUID();

  private void key(String content) throws Exception {
    Path file = Files.writeString(directory.resolve("key"), content);
    TestTransaction.inject(
        vault,
        "settings",
        new Settings() {
          @Override
          public Optional<Path> secretKeyFile() {
            return Optional.of(file);
          }
        });
  }

  @BeforeEach
  void open() throws Exception {
    key(Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    vault.readKey();
  }

  @Test
  void aSealedPasswordOpensForItsDevice() {
    byte[] sealed = vault.seal(device, "geheim 密码");
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("geheim");
    assertThat(vault.open(device, sealed)).isEqualTo("geheim 密码");
  }

  @Test
  void theSamePasswordIsSealedDifferentlyEachTime() {
    assertThat(vault.seal(device, "x")).isNotEqualTo(vault.seal(device, "x"));
  }

  @Test
  void aSealedPasswordMovedToAnotherDeviceDoesNotOpen() {
    byte[] sealed = vault.seal(device, "x");
    assertThatThrownBy(() -> vault.open(UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anAlteredByteIsNoticed() {
    byte[] sealed = vault.seal(device, "secret");
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThatThrownBy(() -> vault.open(device, altered))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aKeyOfAnotherLengthIsRefused() throws Exception {
    key(Base64.getEncoder().encodeToString(new byte[16]));
    assertThatThrownBy(vault::readKey).hasMessageContaining("32 bytes");
  }
}
