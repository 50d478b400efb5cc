package org.lynceus.alarm.linkage;

import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.shared.Json;

/**
 * What is sent to web addresses. The header {@code Lynceus-Signature} is {@code t=<seconds since
 * 1970>,v1=<hex>}, where hex is the HMAC-SHA256 of {@code <seconds>.<body>} by the scheme's secret
 * (its text as it was shown).
 */
final class WebhookMessage {
  private static final String MAC = "HmacSHA256";

  private WebhookMessage() {}

  static String body(Alarm alarm, String link) {
    JsonObjectBuilder source = Json.createObjectBuilder().add("name", alarm.sourceName());
    add(source, "channelId", alarm.channelId());
    add(source, "deviceId", alarm.deviceId());
    add(source, "part", alarm.part());
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("type", "alarm/1")
            .add("id", alarm.id().toString())
            .add("number", alarm.number())
            .add("event", alarm.type())
            .add("priority", alarm.priority().name())
            .add("scheme", alarm.schemeName())
            .add("source", source)
            .add("firstAt", alarm.first().toString())
            .add("lastAt", alarm.last().toString())
            .add("occurrences", alarm.occurrences())
            .add("handling", alarm.handling().name())
            .add("link", link);
    add(body, "endedAt", alarm.ended());
    return body.build().toString();
  }

  static String signature(String secret, long second, String body) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
      byte[] digest = mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + second + ",v1=" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(JsonObjectBuilder object, String name, @Nullable Object value) {
    if (value != null) {
      object.add(name, value.toString());
    }
  }
}
