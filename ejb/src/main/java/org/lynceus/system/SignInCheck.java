package org.lynceus.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.lynceus.shared.Settings;

/** Whether Keycloak answers; asked at most every ten seconds. */
@ApplicationScoped
public class SignInCheck {
  private static final Duration FRESH = Duration.ofSeconds(10);

  @Inject private Settings settings;
  @Inject private Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private Instant askedAt = Instant.EPOCH;
  private ServiceState last = ServiceState.down("sign-in", "Not asked yet");

  public synchronized ServiceState state() {
    if (askedAt.plus(FRESH).isBefore(clock.instant())) {
      last = ask();
      askedAt = clock.instant();
    }
    return last;
  }

  private ServiceState ask() {
    if (settings.oidcUrl().isEmpty()) {
      return ServiceState.degraded("sign-in", "LYNCEUS_OIDC_URL is not set");
    }
    URI uri = URI.create(settings.oidcUrl().get() + "/.well-known/openid-configuration");
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status == 200
          ? ServiceState.up("sign-in", null)
          : ServiceState.down("sign-in", "Keycloak answers with HTTP status " + status);
    } catch (IOException e) {
      return ServiceState.down(
          "sign-in", "Keycloak does not answer: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ServiceState.down("sign-in", "Interrupted");
    }
  }
}
