package org.lynceus.protocols.discovery;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Something that answered a search. What it says of itself is a hint for people: anybody in the
 * network may answer. Texts are bounded and have no control characters; empty when not told.
 *
 * @param key the endpoint's uuid as the device tells it, else the address; the same device answers
 *     with the same key
 * @param address of the ONVIF device service, or {@code rtsp://host} where only RTSP answers
 * @param name as in the scope {@code onvif://www.onvif.org/name/...}
 * @param hardware usually the model
 * @param offsetMillis how far its clock is ahead of ours, null when it was not asked
 */
public record FoundDevice(
    String key,
    URI address,
    String name,
    String hardware,
    String location,
    @Nullable Long offsetMillis) {
  /** Whether it speaks ONVIF; else RTSP only. */
  public boolean onvif() {
    return address.getScheme().startsWith("http");
  }
}
