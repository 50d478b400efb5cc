package org.lynceus.simulator.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnvifServerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private OnvifServer server;

  @BeforeEach
  void start() throws Exception {
    server = new OnvifServer(0, 8554, "camera", Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
    server.add("H264", 1280, 720, "secret");
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> call(String service, String operation, String token)
      throws Exception {
    String body =
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Header>%s</s:Header><s:Body><%s xmlns='urn:x'/></s:Body></s:Envelope>"
            .formatted(token, operation);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + server.port() + "/onvif/1/" + service))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String token(Instant created, String password) throws Exception {
    byte[] nonce = created.toString().getBytes(StandardCharsets.UTF_8);
    MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
    sha1.update(nonce);
    sha1.update(created.toString().getBytes(StandardCharsets.UTF_8));
    String digest =
        Base64.getEncoder().encodeToString(sha1.digest(password.getBytes(StandardCharsets.UTF_8)));
    return "<Security><UsernameToken><Username>camera</Username><Password>%s</Password><Nonce>%s</Nonce><Created>%s</Created></UsernameToken></Security>"
        .formatted(digest, Base64.getEncoder().encodeToString(nonce), created);
  }

  @Test
  void onlyATokenOfThePresentWithTheRightPasswordIsAcceptedAndOnlyOnce() throws Exception {
    assertThat(call("media2", "GetProfiles", "").body()).contains("NotAuthorized");
    assertThat(call("media2", "GetProfiles", token(NOW, "wrong")).body()).contains("NotAuthorized");
    assertThat(call("media2", "GetProfiles", token(NOW.minusSeconds(6), "secret")).body())
        .contains("NotAuthorized");
    String good = token(NOW.plusSeconds(4), "secret");
    assertThat(call("media2", "GetProfiles", good).body())
        .contains("token=\"main\"", "token=\"sub\"");
    assertThat(call("media2", "GetProfiles", good).body()).contains("NotAuthorized");
  }

  @Test
  void theClockAndTheServicesAreToldWithoutAToken() throws Exception {
    server.skew(1, 3600);
    assertThat(call("device_service", "GetSystemDateAndTime", "").body()).contains("<tt:Hour>11<");
    server.quirks(1, "no-media2,inner-host");
    assertThat(call("device_service", "GetServices", "").body())
        .contains("http://192.168.1.108/onvif/1/media<")
        .doesNotContain("media2");
  }

  @Test
  void aCameraWithHttpDigestChallengesAndTakesNoTokens() throws Exception {
    server.quirks(1, "http-digest");
    HttpResponse<String> answer = call("media", "GetProfiles", token(NOW, "secret"));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate")).hasSize(2);
  }
}
