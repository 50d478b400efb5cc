package org.lynceus.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Json;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;
import org.lynceus.shared.Settings;

/**
 * Calls Keycloak's Admin API as the client of the user management. Keeps the token in memory until
 * shortly before it ends. Every failure is a {@link DomainException} in plain words; neither secret
 * nor token is in any of them.
 */
@ApplicationScoped
public class KeycloakClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST = 4_000_000;

  @Inject private Settings settings;
  @Inject private Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private String token = "";
  private Instant tokenEnds = Instant.EPOCH;

  /** An answer that was not a failure of Keycloak as a whole. */
  record Answer(int status, String location, @Nullable JsonStructure body) {
    boolean ok() {
      return status / 100 == 2;
    }

    /** What Keycloak says is wrong with the request. */
    String fault() {
      if (body instanceof JsonObject object) {
        String said = object.getString("errorMessage", object.getString("error", ""));
        return said.isEmpty() ? "HTTP status " + status : said;
      }
      return "HTTP status " + status;
    }
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  /** The same, and anything but success is a failure. */
  Answer require(String method, String path, @Nullable JsonValue body) {
    Answer answer = call(method, path, body);
    if (answer.status() == 404) {
      throw DomainException.notFound("user");
    }
    requireOk(answer);
    return answer;
  }

  static void requireOk(Answer answer) {
    if (!answer.ok()) {
      throw new DomainException(
          ProblemType.CONFLICT, "Keycloak refuses this: " + answer.fault() + ".");
    }
  }

  /** A call of {@code /admin/realms/<realm>} and the path. */
  Answer call(String method, String path, @Nullable JsonValue body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(admin() + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token())
            .header("Accept", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    Answer answer = send(request.build());
    if (answer.status() == 401 || answer.status() == 403) {
      forgetToken();
      throw refused();
    }
    return answer;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String admin() {
    return settings
        .oidcUrl()
        .orElseThrow(KeycloakClient::unset)
        .replace("/realms/", "/admin/realms/");
  }

  private synchronized String token() {
    if (clock.instant().isBefore(tokenEnds)) {
      return token;
    }
    String form =
        "grant_type=client_credentials&client_id="
            + encode(settings.managementClient())
            + "&client_secret="
            + encode(settings.managementSecret().orElseThrow(KeycloakClient::unset));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    settings.oidcUrl().orElseThrow(KeycloakClient::unset)
                        + "/protocol/openid-connect/token"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    Answer answer = send(request);
    if (!answer.ok() || !(answer.body() instanceof JsonObject given)) {
      throw refused();
    }
    token = given.getString("access_token");
    tokenEnds = clock.instant().plusSeconds(Math.max(given.getInt("expires_in", 60) - 20, 0));
    return token;
  }

  private synchronized void forgetToken() {
    tokenEnds = Instant.EPOCH;
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 500) {
        throw away("Keycloak fails with HTTP status " + answer.statusCode() + ".");
      }
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Location").orElse(""),
          read(answer.body()));
    } catch (IOException e) {
      throw away("Keycloak does not answer (" + e.getClass().getSimpleName() + ").");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("Interrupted.");
    }
  }

  private static @Nullable JsonStructure read(String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      return null;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.read();
    } catch (JsonException e) {
      return null;
    }
  }

  private static DomainException unset() {
    return unavailable(
        "no-user-management",
        "Users cannot be managed from here: LYNCEUS_MANAGEMENT_SECRET is not set (see"
            + " docs/guide/users.md).");
  }

  private static DomainException refused() {
    return unavailable(
        "user-management-refused",
        "Keycloak refuses the client of the user management: its secret or its roles are wrong (see"
            + " docs/guide/users.md).");
  }

  private static DomainException away(String text) {
    return unavailable("sign-in-away", text);
  }

  private static DomainException unavailable(String code, String text) {
    return new DomainException(ProblemType.UNAVAILABLE, text, new Reason(code, text), List.of());
  }
}
