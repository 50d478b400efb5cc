package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecurityIT {
  @Test
  void withoutASessionAnXhrGets401AsProblem() {
    Api.Answer answer =
        new Api(null)
            .send(new Api(null).request("/devices").setHeader("Accept", "application/json"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().getString("type")).isEqualTo("urn:lynceus:problem:unauthenticated");
  }

  @Test
  void withoutASessionABrowserIsSentToKeycloak() {
    Api.Answer answer =
        new Api(null)
            .send(new Api(null).request("/session/login").setHeader("Accept", "text/html"));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location"))
        .startsWith("http://127.0.0.1:28180/realms/lynceus/")
        .contains("code_challenge_method=S256");
  }

  @Test
  void aTokenWithoutARoleGets403AsProblem() {
    Api nobody = new Api(LynceusServer.token("--none"));
    for (String path : new String[] {"/devices", "/stream", "/system", "/session"}) {
      Api.Answer answer = nobody.get(path);
      assertThat(answer.status()).as(path).isEqualTo(403);
      assertThat(answer.json().getString("type")).isEqualTo("urn:lynceus:problem:forbidden");
    }
  }

  @Test
  void anOperatorReadsAndMayNotConfigure() {
    Api operator = new Api(LynceusServer.token("--operator"));
    assertThat(operator.get("/session").json().getBoolean("administrator")).isFalse();
    assertThat(operator.get("/devices").status()).isEqualTo(200);
    assertThat(operator.post("/devices", Api.camera("x", 1, "y")).status()).isEqualTo(403);
    assertThat(operator.post("/devices/probe", "{\"url\":\"rtsp://127.0.0.1:1/\"}").status())
        .isEqualTo(403);
    String channel = operator.get("/channels?limit=1").items().get(0).getString("id");
    String path = "/channels/" + channel + "/recording";
    assertThat(
            operator.put(path, operator.get(path).header("ETag"), "{\"enabled\":false}").status())
        .isEqualTo(403);
  }

  @Test
  void aForgedOrUnreadableTokenGets401() {
    String token = LynceusServer.token();
    assertThat(new Api(token.substring(0, token.length() - 6) + "AAAAAA").get("/system").status())
        .isEqualTo(401);
    assertThat(new Api("nonsense").get("/system").status()).isEqualTo(401);
  }

  @Test
  void aTokenInTheAddressIsNotTaken() {
    Api.Answer answer =
        new Api(null)
            .send(
                new Api(null)
                    .request("/system?access_token=" + LynceusServer.token())
                    .setHeader("Accept", "application/json"));
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void liveVideoIsRefusedToOtherOriginsAndToStrangers() {
    String path = "/channels/" + UUID.randomUUID() + "/live";
    URI uri = URI.create(LynceusServer.URL.replace("http", "ws") + "/api/v1" + path);
    assertThatThrownBy(() -> open(uri, "Accept", "application/json")).isNotNull();
    assertThatThrownBy(
            () ->
                Api.CLIENT
                    .newWebSocketBuilder()
                    .header("Authorization", "Bearer " + LynceusServer.token("--none"))
                    .buildAsync(uri, new WebSocket.Listener() {})
                    .join())
        .isNotNull();
  }

  private static void open(URI uri, String header, String value) {
    Api.CLIENT
        .newWebSocketBuilder()
        .header(header, value)
        .buildAsync(uri, new WebSocket.Listener() {})
        .join();
  }

  @Test
  void pagesCarryAStrictPolicyAndSayNothingOfTheServer() throws Exception {
    var answer =
        Api.CLIENT.send(
            HttpRequest.newBuilder(URI.create(LynceusServer.URL + "/")).build(),
            java.net.http.HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .contains("img-src 'self' data: blob: " + LynceusServer.TILES + ";")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe-eval");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
  }

  @Test
  void noCameraPasswordIsInAnyAnswerOrLog() throws Exception {
    Api api = Api.administrator();
    String secret = LynceusServer.secret("simulator-password");
    assertThat(api.get("/devices").text()).doesNotContain(secret);
    for (String part : new String[] {"wildfly", "postgresql", "simulator"}) {
      assertThat(LynceusServer.command(30, "logs", part)).as(part).doesNotContain(secret);
    }
  }
}
