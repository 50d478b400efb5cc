package org.lynceus.recording;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.shared.Json;

/**
 * What a check found.
 *
 * @param files looked at
 * @param count of findings
 * @param repaired how many of them are repaired
 * @param findings the first {@value #MOST}
 */
public record CheckResult(long files, long count, long repaired, List<Found> findings) {
  static final int MOST = 1000;

  public CheckResult {
    findings = List.copyOf(findings);
  }

  /** One finding; the code is the word of a FindingCode, or chain-differs. */
  public record Found(String code, String path, String detail, boolean repaired) {}

  String toJson() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (Found found : findings) {
      list.add(
          Json.createObjectBuilder()
              .add("code", found.code())
              .add("path", found.path())
              .add("detail", found.detail())
              .add("repaired", found.repaired()));
    }
    return Json.createObjectBuilder()
        .add("files", files)
        .add("count", count)
        .add("repaired", repaired)
        .add("findings", list)
        .build()
        .toString();
  }

  /** Reads the result of a job. */
  public static CheckResult of(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      List<Found> findings = new ArrayList<>();
      for (JsonObject found : json.getJsonArray("findings").getValuesAs(JsonObject.class)) {
        findings.add(
            new Found(
                found.getString("code"),
                found.getString("path"),
                found.getString("detail"),
                found.getBoolean("repaired")));
      }
      return new CheckResult(
          json.getJsonNumber("files").longValue(),
          json.getJsonNumber("count").longValue(),
          json.getJsonNumber("repaired").longValue(),
          findings);
    }
  }
}
