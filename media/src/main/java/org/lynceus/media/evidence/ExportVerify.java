package org.lynceus.media.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * Tells whether an export (a directory or a zip file) is what was exported: the signature of its
 * manifest, then the length and SHA-256 of each file. Needs nothing but this class's archive, so
 * that a court can run it.
 */
public final class ExportVerify {
  /** Everything is as it was exported. */
  public static final int GENUINE = 0;

  /** Something was changed, is missing or was added. */
  public static final int CHANGED = 1;

  /** The export or the key cannot be read, or the arguments are wrong. */
  public static final int UNUSABLE = 2;

  private static final int LARGEST_SIGNATURE = 64 << 10;
  private static final int LARGEST_MANIFEST = 64 << 20;

  private final ExportFiles export;
  private final ManifestSignature.@Nullable PublicHalf trusted;
  private final List<String> wrong = new ArrayList<>();

  private ExportVerify(ExportFiles export, ManifestSignature.@Nullable PublicHalf trusted) {
    this.export = export;
    this.trusted = trusted;
  }

  /**
   * What was found.
   *
   * @param code {@link #GENUINE}, {@link #CHANGED} or {@link #UNUSABLE}
   * @param lines sentences for a person; where something is wrong each names a file first
   */
  public record Result(int code, List<String> lines) {
    public Result {
      lines = List.copyOf(lines);
    }
  }

  /** Arguments: [verify] directory or zip file [--key public key file]. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    List<String> words = new ArrayList<>(arguments);
    if (!words.isEmpty() && words.get(0).equals("verify")) {
      words.remove(0);
    }
    boolean withKey = words.size() == 3 && words.get(1).equals("--key");
    if (words.size() != 1 && !withKey) {
      err.println("Usage: verify <directory or zip file of an export> [--key <public key file>]");
      return UNUSABLE;
    }
    Result result = verify(Path.of(words.get(0)), withKey ? Path.of(words.get(2)) : null);
    result.lines.forEach(result.code == GENUINE ? out::println : err::println);
    return result.code;
  }

  /**
   * Verifies an export.
   *
   * @param key the center's public key (PEM); without it the signature is checked with the key that
   *     came with the export, which proves only that nothing changed by accident
   */
  public static Result verify(Path export, @Nullable Path key) {
    ManifestSignature.PublicHalf trusted = null;
    try {
      if (key != null) {
        trusted =
            new ManifestSignature.PublicHalf(ManifestSignature.publicKey(Files.readString(key)));
      }
    } catch (IOException | MalformedException unusable) {
      return new Result(UNUSABLE, List.of("The public key cannot be used: " + text(unusable)));
    }
    try (ExportFiles files = ExportFiles.open(export)) {
      return new ExportVerify(files, trusted).verify();
    } catch (IOException unreadable) {
      return new Result(UNUSABLE, List.of("The export cannot be read: " + text(unreadable)));
    }
  }

  private Result verify() throws IOException {
    byte[] json = export.read(Manifest.NAME, LARGEST_MANIFEST);
    byte[] signed = export.read(Manifest.SIGNATURE, LARGEST_SIGNATURE);
    if (json == null || signed == null) {
      String name = json == null ? Manifest.NAME : Manifest.SIGNATURE;
      return new Result(CHANGED, List.of(name + ": it is missing or too large"));
    }
    ManifestSignature signature;
    try {
      signature = ManifestSignature.read(signed);
    } catch (MalformedException broken) {
      return new Result(CHANGED, List.of(Manifest.SIGNATURE + ": " + broken.getMessage()));
    }
    if (trusted != null && !trusted.id().equals(signature.key().id())) {
      String text = ": signed with key " + signature.key().id() + ", not with " + trusted.id();
      return new Result(CHANGED, List.of(Manifest.SIGNATURE + text));
    }
    if (!signature.key().verifies(json, signature.signature())) {
      return new Result(
          CHANGED, List.of(Manifest.NAME + ": it is not what was signed, or its signature is not"));
    }
    try {
      return files(Manifest.parse(json), signature.key().id());
    } catch (MalformedException broken) {
      return new Result(UNUSABLE, List.of(Manifest.NAME + ": " + broken.getMessage()));
    }
  }

  private Result files(Manifest manifest, String key) throws IOException {
    for (Manifest.ExportedFile file : manifest.files()) {
      check(file);
    }
    Set<String> known =
        manifest.files().stream()
            .map(Manifest.ExportedFile::name)
            .collect(Collectors.toCollection(TreeSet::new));
    known.addAll(List.of(Manifest.NAME, Manifest.SIGNATURE));
    for (String name : export.names()) {
      if (!known.contains(name)) {
        wrong.add(printable(name) + ": it does not belong to the export");
      }
    }
    if (!wrong.isEmpty()) {
      return new Result(CHANGED, wrong);
    }
    String by = trusted == null ? " (the key that came with it)" : " (the given key)";
    return new Result(
        GENUINE,
        List.of(
            "OK: " + manifest.files().size() + " files are as they were exported",
            "Exported " + manifest.when() + " by " + printable(manifest.who()),
            "Reason: " + printable(manifest.why()),
            "From " + manifest.from() + " to " + manifest.to(),
            "Signed by " + printable(manifest.center()) + " with key " + key + by));
  }

  private void check(Manifest.ExportedFile file) throws IOException {
    String name = printable(file.name());
    ExportFiles.Seen seen;
    try {
      seen = export.digest(file.name());
    } catch (ZipException damaged) {
      wrong.add(name + ": it is damaged in the zip file");
      return;
    }
    if (seen == null) {
      wrong.add(name + ": it is missing");
    } else if (seen.bytes() != file.bytes()) {
      wrong.add(name + ": it has " + seen.bytes() + " bytes, not " + file.bytes());
    } else if (!seen.sha256().equals(file.sha256())) {
      wrong.add(name + ": its content was changed");
    }
  }

  private static String text(Exception error) {
    return error.getClass().getSimpleName() + ": " + error.getMessage();
  }

  /** Without control characters, which could fool a terminal. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
