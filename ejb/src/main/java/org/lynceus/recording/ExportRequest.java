package org.lynceus.recording;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lynceus.media.StreamKind;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Json;
import org.lynceus.shared.Limits;
import org.lynceus.shared.TimeRange;

/**
 * What is to be exported: each channel's recordings of a range as one file, with a signed manifest.
 *
 * @param reason 3 to 1000 characters, in the manifest and in the audit log
 */
public record ExportRequest(
    List<UUID> channelIds, StreamKind stream, TimeRange range, ExportFormat format, String reason) {
  private static final int MOST_CHANNELS = 64;
  private static final Duration LONGEST = Duration.ofDays(7);

  public ExportRequest {
    channelIds = channelIds.stream().distinct().toList();
    if (channelIds.isEmpty() || channelIds.size() > MOST_CHANNELS) {
      throw DomainException.invalid("/channelIds", "Export 1 to " + MOST_CHANNELS + " channels.");
    }
    if (range.length().compareTo(LONGEST) > 0) {
      throw DomainException.invalid("/to", "Export at most 7 days at once.");
    }
    reason = Limits.text("/reason", reason, 3, 1000);
  }

  String toJson() {
    JsonArrayBuilder channels = Json.createArrayBuilder();
    channelIds.forEach(id -> channels.add(id.toString()));
    return Json.createObjectBuilder()
        .add("channelIds", channels)
        .add("stream", stream.name())
        .add("from", range.from().toString())
        .add("to", range.to().toString())
        .add("format", format.name())
        .add("reason", reason)
        .build()
        .toString();
  }

  static ExportRequest of(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new ExportRequest(
          json.getJsonArray("channelIds").getValuesAs(JsonString.class).stream()
              .map(id -> UUID.fromString(id.getString()))
              .toList(),
          StreamKind.valueOf(json.getString("stream", StreamKind.MAIN.name())),
          new TimeRange(Instant.parse(json.getString("from")), Instant.parse(json.getString("to"))),
          ExportFormat.valueOf(json.getString("format")),
          json.getString("reason"));
    }
  }
}
