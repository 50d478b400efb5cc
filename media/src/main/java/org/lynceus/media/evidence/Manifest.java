package org.lynceus.media.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.MalformedException;

/**
 * What an export holds and where it comes from. Written as {@code manifest.json} beside the
 * exported files and signed ({@link SigningKey#sign}) into {@code manifest.sig}.
 *
 * @param who the user's name
 * @param why the reason given
 * @param when the export was made
 * @param center the name of the center that made it
 * @param from asked start
 * @param to asked end (exclusive)
 * @param format CLASSIC or FRAGMENTED
 */
public record Manifest(
    String who,
    String why,
    Instant when,
    String center,
    Instant from,
    Instant to,
    String format,
    List<Channel> channels,
    List<ExportedFile> files) {
  /** Name of the manifest's file. */
  public static final String NAME = "manifest.json";

  /** Name of the signature's file. */
  public static final String SIGNATURE = "manifest.sig";

  public Manifest {
    channels = List.copyOf(channels);
    files = List.copyOf(files);
  }

  /** A channel of the export. */
  public record Channel(UUID id, String name, List<Source> sources, List<Gap> gaps) {
    public Channel {
      sources = List.copyOf(sources);
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * A recorded segment that went into the export.
   *
   * @param sha256 of the recorded file, null where none was calculated
   * @param chain value of the chain after it, null where it is not chained
   */
  public record Source(
      UUID segment,
      Instant start,
      Instant end,
      long bytes,
      @Nullable String sha256,
      @Nullable String chain) {}

  /** A part of the range without recording. */
  public record Gap(Instant from, Instant to, String reason) {}

  /** A file of the export. */
  public record ExportedFile(UUID channel, String name, long bytes, String sha256) {}

  /** The exact bytes of manifest.json: UTF-8, the same for the same content. */
  public byte[] toJson() {
    return ManifestJson.write(this);
  }

  /** Reads a manifest.json of at most 64 MiB. */
  public static Manifest parse(byte[] json) throws MalformedException {
    return ManifestJson.read(json);
  }
}
