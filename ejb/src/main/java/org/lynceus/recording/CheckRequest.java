package org.lynceus.recording;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.UUID;
import org.lynceus.shared.Json;

/**
 * A volume to compare with the index.
 *
 * @param repair whether what can be repaired is
 * @param deep whether every file is read whole and its SHA-256 and chain compared
 * @param rebuild whether the index is first made anew from the disk alone
 */
public record CheckRequest(UUID volume, boolean repair, boolean deep, boolean rebuild) {
  String toJson() {
    return Json.createObjectBuilder()
        .add("volume", volume.toString())
        .add("repair", repair)
        .add("deep", deep)
        .add("rebuild", rebuild)
        .build()
        .toString();
  }

  static CheckRequest of(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new CheckRequest(
          UUID.fromString(json.getString("volume")),
          json.getBoolean("repair"),
          json.getBoolean("deep"),
          json.getBoolean("rebuild"));
    }
  }
}
