package org.lynceus.media.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Goes through a volume's recording files in byte order of their paths, which is the order of their
 * hours. Holds the names of one directory a level.
 */
final class StoreWalk {
  private static final Pattern FILE =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-(?:main|sub)-\\d{1,15}\\.mp4");
  private static final List<Pattern> LEVELS =
      List.of(
          Pattern.compile("\\d{4}"),
          Pattern.compile("[01]\\d"),
          Pattern.compile("[0-3]\\d"),
          Pattern.compile("[0-2]\\d"));
  private static final Set<String> OWN = Set.of(VolumeFile.NAME, Volume.PROBE, "lost+found");

  private final Path root;
  private final String firstHour;
  private final Visitor visitor;
  private boolean goOn = true;

  private StoreWalk(Path root, String firstHour, Visitor visitor) {
    this.root = root;
    this.firstHour = firstHour;
    this.visitor = visitor;
  }

  /** What to do with one file, given by its path relative to the volume. */
  interface Visitor {
    /** A file with the name of a recording; the walk ends when false is returned. */
    boolean visit(String path) throws IOException;

    /** Something with another name. */
    default void foreign(String path) {}
  }

  /**
   * Visits the files of all hours whose relative directory is not before the first one, for example
   * 2026/01/31/23.
   */
  static void visit(Volume volume, String firstHour, Visitor visitor) throws IOException {
    new StoreWalk(volume.directory(), firstHour, visitor).level("", 0);
  }

  private void level(String prefix, int depth) throws IOException {
    boolean files = depth == LEVELS.size();
    Pattern wanted = files ? FILE : LEVELS.get(depth);
    for (String name : names(root.resolve(prefix))) {
      String path = prefix.isEmpty() ? name : prefix + "/" + name;
      if (!goOn) {
        return;
      }
      if (!wanted.matcher(name).matches()) {
        foreign(path, depth);
      } else if (files) {
        goOn = visitor.visit(path);
      } else if (!before(path)) {
        level(path, depth + 1);
      }
    }
  }

  private void foreign(String path, int depth) {
    if (depth > 0 || !OWN.contains(path)) {
      visitor.foreign(path);
    }
  }

  private boolean before(String path) {
    String bound = firstHour.substring(0, Math.min(path.length(), firstHour.length()));
    return path.compareTo(bound) < 0;
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
  }
}
