package org.lynceus.media.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.media.store.FileDigest;

class ExportVerifyTest {
  private static final Instant FROM = Instant.parse("2026-03-01T10:00:00Z");
  @TempDir Path directory;
  private Path export;
  private Path keyFile;
  private Manifest manifest;

  @BeforeEach
  void exportTwoFiles() throws Exception {
    export = Files.createDirectory(directory.resolve("export"));
    keyFile = directory.resolve("signing.key");
    Random random = new Random(5);
    for (String name : List.of("gate.mp4", "door.mp4")) {
      byte[] bytes = new byte[100_000];
      random.nextBytes(bytes);
      Files.write(export.resolve(name), bytes);
    }
    UUID channel = UUID.randomUUID();
    Manifest.Source source =
        new Manifest.Source(
            UUID.randomUUID(), FROM, FROM.plusSeconds(60), 7, "00".repeat(32), null);
    Manifest.Gap gap = new Manifest.Gap(FROM.plusSeconds(60), FROM.plusSeconds(70), "no-data");
    manifest =
        new Manifest(
            "olga \"o\" ☃ 😀",
            "theft\nof a bicycle",
            FROM.plusSeconds(900),
            "center",
            FROM,
            FROM.plusSeconds(80),
            "CLASSIC",
            List.of(new Manifest.Channel(channel, "Gate", List.of(source), List.of(gap))),
            List.of(file(channel, "gate.mp4"), file(channel, "door.mp4")));
    byte[] json = manifest.toJson();
    Files.write(export.resolve(Manifest.NAME), json);
    Files.write(export.resolve(Manifest.SIGNATURE), SigningKey.create(keyFile).sign(json));
  }

  private Manifest.ExportedFile file(UUID channel, String name) throws IOException {
    Path path = export.resolve(name);
    return new Manifest.ExportedFile(channel, name, Files.size(path), FileDigest.of(path));
  }

  private Path publicKey() {
    return directory.resolve("signing.key.pub");
  }

  private Path zip() throws IOException {
    Path zip = directory.resolve("export.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
        var files = Files.list(export)) {
      for (Path path : files.sorted().toList()) {
        out.putNextEntry(new ZipEntry(path.getFileName().toString()));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
    return zip;
  }

  private void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[Math.floorMod(at, bytes.length)] ^= 0x10;
    Files.write(file, bytes);
  }

  @Test
  void aManifestComesBackAsItWas() throws Exception {
    assertThat(Manifest.parse(manifest.toJson())).isEqualTo(manifest);
    assertThat(manifest.toJson()).isEqualTo(Manifest.parse(manifest.toJson()).toJson());
  }

  @Test
  void anUntouchedExportIsGenuineAsDirectoryAndAsZip() throws Exception {
    for (Path each : List.of(export, zip())) {
      ExportVerify.Result result = ExportVerify.verify(each, publicKey());
      assertThat(result.code()).as(result.toString()).isEqualTo(ExportVerify.GENUINE);
      assertThat(result.lines().get(0)).startsWith("OK: 2 files");
      assertThat(result.lines()).anyMatch(line -> line.contains("theft?of a bicycle"));
      assertThat(ExportVerify.verify(each, null).code()).isEqualTo(ExportVerify.GENUINE);
    }
  }

  @Test
  void everyFlippedByteNamesItsFile() throws Exception {
    Random random = new Random(11);
    for (String name : List.of("gate.mp4", "door.mp4", Manifest.NAME, Manifest.SIGNATURE)) {
      Path file = export.resolve(name);
      byte[] original = Files.readAllBytes(file);
      for (int i = 0; i < 25; i++) {
        int at = random.nextInt(original.length - 4);
        flip(file, at);
        ExportVerify.Result result = ExportVerify.verify(export, publicKey());
        assertThat(result.code()).as("%s at %d: %s", name, at, result).isEqualTo(1);
        String blamed = result.lines().get(0);
        if (name.endsWith(".mp4")) {
          assertThat(result.lines()).hasSize(1);
          assertThat(blamed).startsWith(name + ": ");
        } else {
          assertThat(blamed).startsWith("manifest.");
        }
        Files.write(file, original);
      }
    }
    assertThat(ExportVerify.verify(export, publicKey()).code()).isZero();
  }

  @Test
  void missingCutAndAddedFilesAreNamed() throws Exception {
    Files.delete(export.resolve("door.mp4"));
    Files.write(export.resolve("gate.mp4"), new byte[10]);
    Files.write(export.resolve("extra.mp4"), new byte[10]);
    ExportVerify.Result result = ExportVerify.verify(export, publicKey());
    assertThat(result.lines())
        .containsExactlyInAnyOrder(
            "door.mp4: it is missing",
            "gate.mp4: it has 10 bytes, not 100000",
            "extra.mp4: it does not belong to the export");
  }

  @Test
  void aFlippedByteInAZipNamesItsFile() throws Exception {
    flip(export.resolve("gate.mp4"), 5000);
    ExportVerify.Result result = ExportVerify.verify(zip(), publicKey());
    assertThat(result.lines()).containsExactly("gate.mp4: its content was changed");
  }

  @Test
  void anotherSignerIsRefusedWhenTheKeyIsGiven() throws Exception {
    byte[] json = Files.readAllBytes(export.resolve(Manifest.NAME));
    SigningKey forger = SigningKey.create(directory.resolve("forger.key"));
    Files.write(export.resolve(Manifest.SIGNATURE), forger.sign(json));
    assertThat(ExportVerify.verify(export, publicKey()).lines().get(0))
        .startsWith("manifest.sig: signed with key " + forger.id());
    assertThat(ExportVerify.verify(export, null).code()).isZero();
  }

  @Test
  void keysAreLoadedAgainAndMustBePrivate() throws Exception {
    SigningKey loaded = SigningKey.load(keyFile);
    assertThat(loaded.publicKey()).isEqualTo(Files.readString(publicKey()));
    assertThat(Files.getPosixFilePermissions(keyFile))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> SigningKey.create(keyFile)).isInstanceOf(IOException.class);
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> SigningKey.load(keyFile)).hasMessageContaining("600");
  }

  @Test
  void theCommandSpeaksAndEndsWithItsCode() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream printOut = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream printErr = new PrintStream(err, true, StandardCharsets.UTF_8);
    List<String> right = List.of("verify", export.toString(), "--key", publicKey().toString());
    assertThat(ExportVerify.run(right, printOut, printErr)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("OK: ");
    assertThat(ExportVerify.run(List.of("verify"), printOut, printErr)).isEqualTo(2);
    assertThat(ExportVerify.run(List.of("/nowhere/at/all"), printOut, printErr)).isEqualTo(2);
    flip(export.resolve("gate.mp4"), 9);
    assertThat(ExportVerify.run(right, printOut, printErr)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("gate.mp4: its content was changed");
  }
}
