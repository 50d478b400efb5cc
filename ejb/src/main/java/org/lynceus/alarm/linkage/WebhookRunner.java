package org.lynceus.alarm.linkage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.scheme.ActionKind;
import org.lynceus.alarm.scheme.SchemeSecrets;

/**
 * Tells a web address of an alarm: POST of JSON, signed (see {@link WebhookMessage}). Each attempt
 * has the same {@code Idempotency-Key}. Redirects are not followed; of the answer only its status
 * counts.
 */
@ApplicationScoped
class WebhookRunner implements ActionRunner {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int OVER_OK = 300;

  @Inject private SchemeSecrets secrets;
  @Inject private AlarmText texts;
  @Inject private Clock clock;
  private @Nullable HttpClient client;

  @PostConstruct
  void start() {
    client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public boolean does(ActionKind kind) {
    return kind == ActionKind.WEBHOOK;
  }

  @Override
  public ActionOutcome run(Claimed claimed, Alarm alarm, List<UUID> channels) {
    @Nullable String secret = secrets.of(claimed.scheme());
    if (secret == null) {
      return ActionOutcome.failed("no-secret", "The scheme was removed, and with it its secret.");
    }
    String body = WebhookMessage.body(alarm, texts.link(alarm));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Objects.requireNonNull(claimed.action().url())))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", claimed.alarm() + ":" + claimed.number())
            .header(
                "Lynceus-Signature",
                WebhookMessage.signature(secret, clock.instant().getEpochSecond(), body))
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    try {
      return judge(
          Objects.requireNonNull(client).send(request, HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      return ActionOutcome.again("call-failed", "The address cannot be reached: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ActionOutcome.again("call-failed", "The server ends.");
    }
  }

  /** The answer's body is not read: it may be long. */
  private static ActionOutcome judge(HttpResponse<InputStream> answer) throws IOException {
    answer.body().close();
    int status = answer.statusCode();
    return status >= OK && status < OVER_OK
        ? ActionOutcome.done()
        : ActionOutcome.again("call-refused", "The address answered with status " + status + ".");
  }
}
