package org.lynceus.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {
  @TempDir private Path root;

  @Test
  void severalWritersMayMakeTheSameHourAtOnce() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      for (int hour = 0; hour < 200; hour++) {
        Path directory = root.resolve("2026/03/" + hour % 28 + "/" + hour);
        CyclicBarrier together = new CyclicBarrier(4);
        List<Future<?>> made =
            IntStream.range(0, 4)
                .<Future<?>>mapToObj(
                    i ->
                        writers.submit(
                            () -> {
                              together.await();
                              Directories.make(root, directory);
                              return null;
                            }))
                .toList();
        for (Future<?> one : made) {
          one.get();
        }
        assertThat(directory).isDirectory();
      }
    } finally {
      writers.shutdownNow();
    }
  }

  @Test
  void aFileInThePlaceOfADirectoryIsAnError() throws IOException {
    Files.createFile(root.resolve("2026"));
    assertThatThrownBy(() -> Directories.make(root, root.resolve("2026/03")))
        .isInstanceOfAny(FileAlreadyExistsException.class, java.nio.file.FileSystemException.class);
  }
}
