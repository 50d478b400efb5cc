package org.lynceus.alarm.scheme;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an event happened.
 *
 * @param channelId null when it is about the device as a whole
 * @param deviceId null when it is about the center
 * @param part the part of the device or of the center, null for the whole
 * @param sites the device's site and those above it
 * @param zone of the site
 */
public record EventPlace(
    @Nullable UUID channelId,
    @Nullable UUID deviceId,
    @Nullable String part,
    List<UUID> sites,
    ZoneId zone) {

  /** The sources that cover the place. */
  List<AlarmSource> sources() {
    List<AlarmSource> found = new ArrayList<>();
    if (channelId != null) {
      found.add(AlarmSource.channel(channelId));
    }
    if (deviceId != null) {
      found.add(AlarmSource.device(deviceId));
      if (part != null && !part.isBlank()) {
        found.add(AlarmSource.input(deviceId, part));
      }
    } else {
      found.add(AlarmSource.center());
    }
    sites.forEach(site -> found.add(AlarmSource.site(site)));
    return found;
  }
}
