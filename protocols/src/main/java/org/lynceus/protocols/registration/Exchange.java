package org.lynceus.protocols.registration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lynceus.media.Fault;

/**
 * A request and what becomes of it. Whoever waits is told once; an answer that comes after that is
 * still awaited, because the next one stands behind it.
 */
final class Exchange {
  final String method;
  final String target;
  final long patience;
  private @Nullable BiConsumer<@Nullable HttpMessage, @Nullable Fault> then;
  long sent;
  long partsWhenSent;
  boolean challenged;

  Exchange(
      String method,
      String target,
      Duration patience,
      BiConsumer<@Nullable HttpMessage, @Nullable Fault> then) {
    this.method = method;
    this.target = target;
    this.patience = patience.toNanos();
    this.then = then;
  }

  boolean overdue(long now) {
    return then != null && now - sent > patience;
  }

  void end(@Nullable HttpMessage answer, @Nullable Fault fault) {
    BiConsumer<@Nullable HttpMessage, @Nullable Fault> told = then;
    then = null;
    if (told != null) {
      told.accept(answer, fault);
    }
  }

  byte[] head(String host, @Nullable String token, @Nullable String authorization) {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\nConnection: keep-alive\r\n");
    if (!method.equals("GET")) {
      head.append("Content-Length: 0\r\n");
    }
    if (token != null) {
      head.append("X-cgi-token: ").append(token).append("\r\n");
    }
    if (authorization != null) {
      head.append("Authorization: ").append(authorization).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
