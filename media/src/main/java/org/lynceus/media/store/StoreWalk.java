package org.lynceus.media.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Goes through a volume's recording files in order of their hours. */
final class StoreWalk {
  private static final Pattern FILE =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-(?:main|sub)-\\d{1,15}\\.mp4");
  private static final List<Pattern> LEVELS =
      List.of(
          Pattern.compile("\\d{4}"),
          Pattern.compile("[01]\\d"),
          Pattern.compile("[0-3]\\d"),
          Pattern.compile("[0-2]\\d"));

  private StoreWalk() {}

  /** What to do with one file, given by its path relative to the volume. */
  interface Visitor {
    void visit(String path) throws IOException;
  }

  /**
   * Visits the files of all hours whose relative directory is not before the first one, for example
   * 2026/01/31/23.
   */
  static void visit(Volume volume, String firstHour, Visitor visitor) throws IOException {
    level(volume.directory(), "", 0, firstHour, visitor);
  }

  private static void level(Path root, String prefix, int depth, String firstHour, Visitor visitor)
      throws IOException {
    boolean files = depth == LEVELS.size();
    Pattern wanted = files ? FILE : LEVELS.get(depth);
    for (String name : names(root.resolve(prefix), wanted)) {
      String path = prefix.isEmpty() ? name : prefix + "/" + name;
      if (files) {
        visitor.visit(path);
      } else if (!before(path, firstHour)) {
        level(root, path, depth + 1, firstHour, visitor);
      }
    }
  }

  private static boolean before(String path, String firstHour) {
    String bound = firstHour.substring(0, Math.min(path.length(), firstHour.length()));
    return path.compareTo(bound) < 0;
  }

  private static List<String> names(Path directory, Pattern wanted) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> wanted.matcher(name).matches())
          .sorted()
          .toList();
    }
  }
}
