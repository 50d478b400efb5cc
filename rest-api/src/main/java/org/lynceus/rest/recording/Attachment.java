package org.lynceus.rest.recording;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that makes browsers save a file under a name (RFC 6266). */
final class Attachment {
  private Attachment() {}

  static String named(String name) {
    return "attachment; filename=\""
        + name.replaceAll("[^A-Za-z0-9._-]+", "_")
        + "\"; filename*=UTF-8''"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
