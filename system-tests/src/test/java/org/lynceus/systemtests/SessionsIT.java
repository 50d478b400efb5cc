package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions of real sign-ins at Keycloak: seen, ended, and one at a time. */
class SessionsIT {
  private static final String OPERATOR_ROLE = "00000000-0000-7000-8000-000000000003";
  private static final String NAME = "sessions-it-anna";
  private static final String OWN = "Correct-horse-7-battery";
  private final Api admin = Api.administrator();
  private String password;

  @BeforeEach
  void addUser() {
    removeUser();
    Api.Answer added = admin.post("/users", user(true));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    password = added.json().getString("password");
  }

  @AfterEach
  void removeUser() {
    Api.Answer found = admin.get("/users?q=" + NAME);
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    for (JsonObject user : found.items()) {
      String tag = "\"" + user.getInt("version") + "\"";
      admin.change("DELETE", "/users/" + user.getString("id"), tag, "");
    }
  }

  private static String user(boolean many) {
    return Json.createObjectBuilder()
        .add("username", NAME)
        .add("enabled", true)
        .add("ptzLevel", 3)
        .add("manySessions", many)
        .add("roleIds", Json.createArrayBuilder(List.of(OPERATOR_ROLE)))
        .build()
        .toString();
  }

  /** The first sign-in chooses a password of his own; later ones use it. */
  private Visitor signIn() {
    Visitor visitor = Visitor.signedIn(NAME, password, OWN);
    password = OWN;
    return visitor;
  }

  private List<JsonObject> hisSessions() {
    return admin.get("/user-sessions?limit=1000").items().stream()
        .filter(session -> session.getString("username").equals(NAME))
        .toList();
  }

  private Api.Answer end(String id, String body) {
    return admin.post("/user-sessions/" + id + "/end", body);
  }

  private static String reasonOf(Api.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    return answer.json().getJsonObject("reason").getString("code");
  }

  @Test
  void whoIsOnlineIsListedByTheAddressOfTheConnectionNotByAHeader() {
    Visitor anna = signIn();
    assertThat(anna.get("/session", "X-Forwarded-For", "203.0.113.9").status()).isEqualTo(200);
    assertThat(hisSessions()).hasSize(1);
    JsonObject session = hisSessions().get(0);
    assertThat(session.getString("address")).isEqualTo("127.0.0.1");
    assertThat(session.getString("agent")).isEqualTo("Visitor 7");
    assertThat(session.getBoolean("mine")).isFalse();
    assertThat(session.getBoolean("program")).isFalse();
    assertThat(session.containsKey("sid")).isFalse();
    assertThat(anna.get("/user-sessions").status()).isEqualTo(403);
  }

  @Test
  void aProgramIsListedAndHasNoSessionToEnd() {
    JsonObject program =
        admin.get("/user-sessions?limit=1000").items().stream()
            .filter(session -> session.getBoolean("program") && session.getBoolean("mine"))
            .findFirst()
            .orElseThrow();
    assertThat(end(program.getString("id"), "{}").status()).isEqualTo(409);
    assertThat(admin.get("/session").status()).isEqualTo(200);
  }

  @Test
  void talkIsCutWhenWhoSpeaksIsSignedOut() throws Exception {
    JsonObject camera = admin.addCamera("Hears Anna", 8);
    try {
      Visitor anna = signIn();
      TalkIT.Talker talker = new TalkIT.Talker("Cookie", anna.cookies(), camera);
      assertThat(talker.next().getString("type")).isEqualTo("open");
      talker.say(1);
      assertThat(end(hisSessions().get(0).getString("id"), "{}").status()).isEqualTo(200);
      Await.until("the end of talk", 20, () -> talker.closed == 4401);
      String operator = LynceusServer.token("--operator");
      Await.until("the camera to be free again", 20, () -> mayTalk(operator, camera));
    } finally {
      admin.remove(camera);
    }
  }

  /** The camera's line is let go only after its own side was hung up. */
  private static boolean mayTalk(String token, JsonObject camera) throws InterruptedException {
    TalkIT.Talker next = new TalkIT.Talker(token, camera);
    boolean free = next.next().getString("type").equals("open");
    next.hangUp();
    return free;
  }

  @Test
  void whoIsSignedOutIsToldWhyAndHisStreamsEnd() throws Exception {
    Visitor anna = signIn();
    String channel = anna.get("/channels?limit=1").items().get(0).getString("id");
    LiveIT.Viewer viewer = new LiveIT.Viewer();
    WebSocket socket = viewer.open(channel + "/live", "Cookie", anna.cookies());
    CompletableFuture<HttpResponse<Void>> stream =
        Api.CLIENT.sendAsync(
            new Api(null)
                .request("/stream")
                .header("Cookie", anna.cookies())
                .setHeader("Accept", "text/event-stream")
                .build(),
            HttpResponse.BodyHandlers.discarding());
    try {
      Await.until("live video", 20, () -> viewer.binaries > 5);
      assertThat(stream).isNotDone();
      String id = hisSessions().get(0).getString("id");
      Api.Answer ended = end(id, "{\"reason\":\"a shared desk\"}");
      assertThat(ended.status()).as(ended.text()).isEqualTo(200);
      assertThat(ended.json().getBoolean("endedAtKeycloak")).isTrue();
      assertThat(reasonOf(anna.get("/session"))).isEqualTo("signed-out-by-administrator");
      Await.until("the end of live video", 20, () -> viewer.closed == 4401);
      Await.until("the end of the event stream", 20, stream::isDone);
    } finally {
      socket.abort();
      stream.cancel(true);
    }
    assertThat(hisSessions()).isEmpty();
    assertThat(reasonOf(anna.get("/channels"))).isEqualTo("signed-out-by-administrator");
    JsonObject entry = admin.get("/audit-entries?action=user.session.end&limit=1").items().get(0);
    assertThat(entry.getString("object")).isEqualTo(NAME);
    assertThat(entry.getString("reason")).isEqualTo("a shared desk");
    assertThat(anna.openLogin().body()).contains("kc-login");
    anna.signIn(NAME, OWN, OWN);
    assertThat(anna.get("/session").status()).isEqualTo(200);
  }

  @Test
  void ofAnAccountThatMaySignInOnceTheNewestSignInStays() {
    Visitor first = signIn();
    assertThat(first.get("/session").json().containsKey("lastSignIn")).isFalse();
    Visitor second = signIn();
    assertThat(first.get("/session").status()).isEqualTo(200);
    assertThat(second.get("/session").json().getJsonObject("lastSignIn").getString("address"))
        .isEqualTo("127.0.0.1");
    JsonObject account = admin.get("/users?q=" + NAME).items().get(0);
    String path = "/users/" + account.getString("id");
    assertThat(admin.put(path, admin.get(path).header("ETag"), user(false)).status())
        .isEqualTo(200);
    assertThat(reasonOf(first.get("/session"))).isEqualTo("signed-in-elsewhere");
    assertThat(second.get("/session").status()).isEqualTo(200);
    Visitor third = signIn();
    assertThat(third.get("/session").status()).isEqualTo(200);
    assertThat(reasonOf(second.get("/session"))).isEqualTo("signed-in-elsewhere");
    assertThat(second.openLogin().body()).contains("kc-login");
    assertThat(hisSessions()).hasSize(1);
    JsonObject last = third.get("/session").json().getJsonObject("lastSignIn");
    assertThat(last.getBoolean("addressChanged")).isFalse();
  }

  @Test
  void anAccountWhoseTimeIsOverIsDisabledAndSignedOut() throws Exception {
    Visitor anna = signIn();
    assertThat(anna.get("/channels").status()).isEqualTo(200);
    String path = "/users/" + admin.get("/users?q=" + NAME).items().get(0).getString("id");
    String soon = java.time.Instant.now().plusSeconds(3).toString();
    String body = user(true).replace("{", "{\"expiresAt\":\"" + soon + "\",");
    Api.Answer set = admin.put(path, admin.get(path).header("ETag"), body);
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    Await.until("the end of the session", 25, () -> anna.get("/session").status() == 401);
    assertThat(reasonOf(anna.get("/session"))).isEqualTo("account-ended");
    assertThat(admin.get(path).json().getBoolean("enabled")).isFalse();
  }

  @Test
  void whoMaySignInFromCertainNetworksOnlyIsRefusedElsewhere() throws Exception {
    Visitor anna = signIn();
    String path = "/users/" + admin.get("/users?q=" + NAME).items().get(0).getString("id");
    assertThat(from(path, "not-a-network").status()).isEqualTo(400);
    assertThat(from(path, "10.0.0.0/8").status()).isEqualTo(200);
    Await.until("the refusal", 5, () -> anna.get("/session").status() == 401);
    assertThat(reasonOf(anna.get("/session", "X-Forwarded-For", "10.0.0.1")))
        .isEqualTo("network-not-allowed");
    assertThat(from(path, "127.0.0.0/8").status()).isEqualTo(200);
    Await.until("the way in", 5, () -> anna.get("/session").status() == 200);
  }

  private Api.Answer from(String path, String network) {
    String body = user(true).replace("{", "{\"networks\":[\"" + network + "\"],");
    return admin.put(path, admin.get(path).header("ETag"), body);
  }

  @Test
  void aNewPasswordAndAnEndedAccountEndTheSessionsAtOnce() {
    Visitor anna = signIn();
    assertThat(anna.get("/session").status()).isEqualTo(200);
    String path = "/users/" + admin.get("/users?q=" + NAME).items().get(0).getString("id");
    password = admin.post(path + "/password", "").json().getString("password");
    assertThat(reasonOf(anna.get("/session"))).isEqualTo("password-renewed");
    Visitor again = Visitor.signedIn(NAME, password, OWN + "2");
    assertThat(again.get("/session").status()).isEqualTo(200);
    assertThat(admin.get("/session").status()).as("tokens of others go on").isEqualTo(200);
    removeUser();
    assertThat(reasonOf(again.get("/session"))).isEqualTo("account-ended");
  }
}
