package org.lynceus.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Settings;

/** Where finished exports lie: one directory per job below that of the setting. */
@ApplicationScoped
public class ExportDirectory {
  /** Name's end of a file that is not finished. */
  static final String PART = ".part";

  @Inject private Settings settings;

  /** The directory of a job, which may not exist yet. */
  Path of(UUID job) {
    return settings
        .exports()
        .orElseThrow(
            () ->
                new DomainException(
                    ProblemType.UNAVAILABLE,
                    "This node has no directory for exports; set LYNCEUS_EXPORTS."))
        .toAbsolutePath()
        .normalize()
        .resolve(job.toString());
  }

  /** Names of the finished files, sorted. */
  public List<String> names(UUID job) {
    Path directory = of(job);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(PART))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A finished file; anything else is not found. */
  public Path file(UUID job, String name) {
    if (!names(job).contains(name)) {
      throw DomainException.notFound("file in this export");
    }
    return of(job).resolve(name);
  }

  /** Removes what a job made. */
  void remove(UUID job) {
    Path directory = of(job);
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
