package org.lynceus.simulator.onvif;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Ways in which real devices differ from the specification; switched on by the control interface.
 */
public enum Quirk {
  /** Only Media1. */
  NO_MEDIA2,
  /** Does not know GetServices. */
  NO_GET_SERVICES,
  /** Tells its local time (eight hours ahead) as UTC, and checks tokens against the true time. */
  LOCAL_TIME_AS_UTC,
  /** Tells no time at all. */
  NO_TIME,
  /** Names its services without a host. */
  EMPTY_HOST,
  /** Names an address that only the device's own network reaches. */
  INNER_HOST,
  /** Takes no tokens, only HTTP digest. */
  HTTP_DIGEST,
  /** Refuses to renew a pull point; pulls prolong it. */
  NO_RENEW,
  /** Has one pull point only. */
  ONE_SUBSCRIPTION,
  /** Turns by generic translations only. */
  NO_FOV,
  /** Its outputs are known to the DeviceIO service only. */
  RELAYS_AT_DEVICE_IO,
  /** Has no imaging service. */
  NO_IMAGING,
  /** Answers with a document of a megabyte and more. */
  ENDLESS,
  /** Answers with an entity bomb. */
  ENTITY_BOMB,
  /** Takes a new password and breaks the connection instead of answering. */
  PASSWORD_DROPS,
  /** Refuses every new password. */
  PASSWORD_REFUSED,
  /** Says yes to a new password and keeps the old one. */
  PASSWORD_KEPT,
  /** Offers H.265 and refuses it. */
  NO_H265,
  /** Says yes to every bit rate and frame rate and takes the next one of its own. */
  ROUNDS,
  /** Goes on with the same connections when its encoder is set anew in the same codec. */
  IN_BAND,
  /** Media1: takes an encoder's configuration only with ForcePersistence. */
  NEEDS_PERSISTENCE,
  /** Knows no texts in the picture. */
  NO_OSD,
  /** Its texts are known to Media1 only. */
  OSD_AT_MEDIA1,
  /** Says yes to every position of a text and keeps the one it had. */
  FORGETS_POSITION,
  /** Cuts texts at eight characters. */
  CUTS_TEXT,
  /** Answers with a web page. */
  WEB_PAGE;

  /** Words separated by commas, for example {@code no-media2,http-digest}; empty: none. */
  static Set<Quirk> parse(String text) {
    Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    for (String word : text.strip().split("\\s*,\\s*")) {
      if (!word.isEmpty()) {
        quirks.add(valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
      }
    }
    return quirks;
  }
}
