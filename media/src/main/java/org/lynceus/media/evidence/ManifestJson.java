package org.lynceus.media.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/** The form of a manifest in JSON. */
final class ManifestJson {
  private static final long VERSION = 1;
  private static final int LARGEST = 64 << 20;

  private ManifestJson() {}

  static byte[] write(Manifest manifest) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("version", VERSION);
    root.put("who", manifest.who());
    root.put("why", manifest.why());
    root.put("when", manifest.when().toString());
    root.put("center", manifest.center());
    root.put("from", manifest.from().toString());
    root.put("to", manifest.to().toString());
    root.put("format", manifest.format());
    root.put("files", manifest.files().stream().map(ManifestJson::file).toList());
    root.put("channels", manifest.channels().stream().map(ManifestJson::channel).toList());
    return Json.write(root);
  }

  static Manifest read(byte[] json) throws MalformedException {
    if (json.length > LARGEST) {
      throw new MalformedException("the manifest is larger than 64 MiB");
    }
    Map<String, @Nullable Object> root = Json.read(json);
    if (Json.number(root, "version") != VERSION) {
      throw new MalformedException("a manifest of another version");
    }
    List<Manifest.Channel> channels = new ArrayList<>();
    for (Object each : Json.list(root, "channels")) {
      channels.add(channel(Json.object(each)));
    }
    List<Manifest.ExportedFile> files = new ArrayList<>();
    for (Object each : Json.list(root, "files")) {
      Map<String, @Nullable Object> file = Json.object(each);
      files.add(
          new Manifest.ExportedFile(
              uuid(file, "channel"),
              Json.string(file, "name"),
              Json.number(file, "bytes"),
              Json.string(file, "sha256")));
    }
    return new Manifest(
        Json.string(root, "who"),
        Json.string(root, "why"),
        instant(root, "when"),
        Json.string(root, "center"),
        instant(root, "from"),
        instant(root, "to"),
        Json.string(root, "format"),
        channels,
        files);
  }

  private static Map<String, Object> file(Manifest.ExportedFile file) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", file.name());
    out.put("channel", file.channel().toString());
    out.put("bytes", file.bytes());
    out.put("sha256", file.sha256());
    return out;
  }

  private static Map<String, Object> channel(Manifest.Channel channel) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", channel.id().toString());
    out.put("name", channel.name());
    out.put("sources", channel.sources().stream().map(ManifestJson::source).toList());
    out.put("gaps", channel.gaps().stream().map(ManifestJson::gap).toList());
    return out;
  }

  private static Map<String, @Nullable Object> source(Manifest.Source source) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("segment", source.segment().toString());
    out.put("start", source.start().toString());
    out.put("end", source.end().toString());
    out.put("bytes", source.bytes());
    out.put("sha256", source.sha256());
    out.put("chain", source.chain());
    return out;
  }

  private static Map<String, Object> gap(Manifest.Gap gap) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("from", gap.from().toString());
    out.put("to", gap.to().toString());
    out.put("reason", gap.reason());
    return out;
  }

  private static Manifest.Channel channel(Map<String, @Nullable Object> in)
      throws MalformedException {
    List<Manifest.Source> sources = new ArrayList<>();
    for (Object each : Json.list(in, "sources")) {
      Map<String, @Nullable Object> source = Json.object(each);
      sources.add(
          new Manifest.Source(
              uuid(source, "segment"),
              instant(source, "start"),
              instant(source, "end"),
              Json.number(source, "bytes"),
              optional(source, "sha256"),
              optional(source, "chain")));
    }
    List<Manifest.Gap> gaps = new ArrayList<>();
    for (Object each : Json.list(in, "gaps")) {
      Map<String, @Nullable Object> gap = Json.object(each);
      gaps.add(
          new Manifest.Gap(instant(gap, "from"), instant(gap, "to"), Json.string(gap, "reason")));
    }
    return new Manifest.Channel(uuid(in, "id"), Json.string(in, "name"), sources, gaps);
  }

  private static @Nullable String optional(Map<String, @Nullable Object> in, String name)
      throws MalformedException {
    return in.get(name) == null ? null : Json.string(in, name);
  }

  private static UUID uuid(Map<String, @Nullable Object> in, String name)
      throws MalformedException {
    try {
      return UUID.fromString(Json.string(in, name));
    } catch (IllegalArgumentException broken) {
      throw new MalformedException(name + " is not an id");
    }
  }

  private static Instant instant(Map<String, @Nullable Object> in, String name)
      throws MalformedException {
    try {
      return Instant.parse(Json.string(in, name));
    } catch (DateTimeException broken) {
      throw new MalformedException(name + " is not a time");
    }
  }
}
