package org.lynceus.media.store;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.lynceus.media.MalformedException;

/**
 * Deletes recordings for good: unlinks the files, forces their directories to disk, removes
 * directories that became empty. Call it before the rows are deleted, and again after a failure: a
 * file that is gone already is no error.
 */
public final class SegmentFiles {
  private final Volume volume;
  private final Set<Path> touched = new TreeSet<>();
  private final List<DeleteReport.Failure> failed = new ArrayList<>();
  private int deleted;
  private int missing;
  private long bytes;
  private int directories;

  private SegmentFiles(Volume volume) {
    this.volume = volume;
  }

  /**
   * Deletes files by their paths relative to the volume.
   *
   * @throws IOException when exactly this volume is not there; then nothing was touched
   */
  public static DeleteReport delete(Volume volume, List<String> paths) throws IOException {
    requirePresent(volume);
    SegmentFiles files = new SegmentFiles(volume);
    paths.forEach(files::delete);
    for (Path directory : files.touched) {
      files.settle(directory);
    }
    return new DeleteReport(
        files.deleted, files.missing, files.bytes, files.directories, files.failed);
  }

  private static void requirePresent(Volume volume) throws IOException {
    try {
      if (!VolumeFile.read(volume.directory()).equals(volume.id())) {
        throw new IOException("Another volume is at the place of " + volume.id());
      }
    } catch (MalformedException damaged) {
      throw new IOException("The volume is refused: " + damaged.getMessage(), damaged);
    }
  }

  private void delete(String path) {
    Path file = volume.resolve(path);
    try {
      long size = Files.size(file);
      Files.delete(file);
      deleted++;
      bytes += size;
      touched.add(Objects.requireNonNull(file.getParent()));
    } catch (NoSuchFileException gone) {
      missing++;
    } catch (IOException refused) {
      failed.add(new DeleteReport.Failure(path, refused.toString()));
    }
  }

  /** Removes the directory and those above it as far as they are empty, forces what is left. */
  private void settle(Path directory) throws IOException {
    Path at = directory;
    while (!at.equals(volume.directory())) {
      try {
        directories += Files.deleteIfExists(at) ? 1 : 0;
      } catch (DirectoryNotEmptyException used) {
        break;
      }
      at = Objects.requireNonNull(at.getParent());
    }
    Directories.force(at);
  }
}
