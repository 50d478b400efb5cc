package org.lynceus.protocols.onvif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The profiles chosen for a picture source: the main stream is its largest picture the engine can
 * record, the sub stream the largest of the others of at most a quarter of its pixels, else the
 * smallest that is smaller at all. H.264 and H.265 come before MJPEG, whatever the size.
 */
public record SourceProfiles(String source, MediaProfile main, @Nullable MediaProfile sub) {
  private static final Comparator<MediaProfile> BEST_FIRST =
      Comparator.comparing((MediaProfile profile) -> profile.codec().equals("MJPEG"))
          .thenComparing(Comparator.comparingLong(MediaProfile::pixels).reversed());

  /** One entry a source, in the order in which the device names them. */
  public static List<SourceProfiles> of(List<MediaProfile> profiles) {
    Map<String, List<MediaProfile>> bySource = new LinkedHashMap<>();
    for (MediaProfile profile : profiles) {
      if (!profile.codec().isEmpty()) {
        bySource.computeIfAbsent(profile.source(), any -> new ArrayList<>()).add(profile);
      }
    }
    return bySource.entrySet().stream()
        .map(entry -> choose(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static SourceProfiles choose(String source, List<MediaProfile> profiles) {
    List<MediaProfile> sorted = profiles.stream().sorted(BEST_FIRST).toList();
    MediaProfile main = sorted.get(0);
    List<MediaProfile> smaller =
        sorted.stream().filter(one -> one.pixels() < main.pixels()).toList();
    MediaProfile sub =
        smaller.stream()
            .filter(one -> one.pixels() * 4 <= main.pixels())
            .findFirst()
            .orElse(smaller.isEmpty() ? null : smaller.get(smaller.size() - 1));
    return new SourceProfiles(source, main, sub);
  }
}
