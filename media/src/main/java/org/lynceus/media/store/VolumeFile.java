package org.lynceus.media.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lynceus.media.MalformedException;

/**
 * The {@code volume.json} that makes a directory a volume: its UUID and the version of its layout.
 */
final class VolumeFile {
  static final String NAME = "volume.json";
  private static final int FORMAT = 1;
  private static final int LARGEST = 4096;
  private static final Pattern ID =
      Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\"");
  private static final Pattern VERSION = Pattern.compile("\"format\"\\s*:\\s*(\\d{1,9})");

  private VolumeFile() {}

  /** Reads the UUID of the volume in a directory. */
  static UUID read(Path directory) throws IOException, MalformedException {
    Path file = directory.resolve(NAME);
    if (Files.size(file) > LARGEST) {
      throw new MalformedException("volume.json is larger than 4 KiB");
    }
    return parse(Files.readAllBytes(file));
  }

  static UUID parse(byte[] json) throws MalformedException {
    String text = new String(json, StandardCharsets.UTF_8).strip();
    Matcher id = ID.matcher(text);
    Matcher version = VERSION.matcher(text);
    if (!text.startsWith("{") || !text.endsWith("}") || !id.find() || !version.find()) {
      throw new MalformedException("volume.json is damaged");
    }
    if (Integer.parseInt(version.group(1)) != FORMAT) {
      throw new MalformedException("the volume was written by another version of this software");
    }
    return UUID.fromString(id.group(1));
  }

  /** Writes the file and forces it and its directory to disk. */
  static void write(Path directory, UUID id) throws IOException {
    String json = "{\"format\": " + FORMAT + ", \"id\": \"" + id + "\"}\n";
    ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
    try (FileChannel file =
        FileChannel.open(
            directory.resolve(NAME), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Directories.force(directory);
  }
}
