package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A user who may see and play one camera only: by lists, by guessed ids, and while he watches. */
class RightsIT {
  private static final Api ADMIN = Api.administrator();
  private static final String TOKEN = LynceusServer.token("--user");
  private static final Api USER = new Api(TOKEN);
  private static JsonObject own;
  private static JsonObject foreign;
  private static String role;

  @BeforeAll
  static void grantOneCamera() throws Exception {
    List<JsonObject> channels = ADMIN.get("/channels?limit=2").items();
    own = channels.get(0);
    foreign = channels.get(1);
    assertThat(USER.get("/channels").items()).isEmpty();
    assertThat(USER.get("/session").json().getJsonArray("functions")).isEmpty();
    Api.Answer added = ADMIN.post("/roles", role(own.getString("id")));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    role = added.json().getString("id");
    Api.Answer mapped =
        ADMIN.post(
            "/role-mappings",
            Json.createObjectBuilder()
                .add("kind", "REALM_ROLE")
                .add("name", "lynceus-user")
                .add("roleId", role)
                .build()
                .toString());
    assertThat(mapped.status()).as(mapped.text()).isEqualTo(204);
    Await.until("the role to hold", 10, () -> !USER.get("/channels").items().isEmpty());
  }

  @AfterAll
  static void remove() {
    String path = "/roles/" + role;
    ADMIN.change("DELETE", path, ADMIN.get(path).header("ETag"), "");
  }

  private static String role(String... channels) {
    JsonArrayBuilder grants = Json.createArrayBuilder();
    for (String channel : channels) {
      grants.add(
          Json.createObjectBuilder().add("kind", "CHANNEL").add("objectId", channel).build());
    }
    return Json.createObjectBuilder()
        .add("name", "One camera")
        .add(
            "functions",
            Json.createArrayBuilder().add("live.view").add("recording.play").add("event.read"))
        .add("whole", false)
        .add("grants", grants)
        .build()
        .toString();
  }

  private static void grant(String... channels) {
    String path = "/roles/" + role;
    Api.Answer set = ADMIN.put(path, ADMIN.get(path).header("ETag"), role(channels));
    assertThat(set.status()).as(set.text()).isEqualTo(200);
  }

  /** Parameters that any reading may want. */
  private static String query() {
    Instant now = Instant.now();
    return "?from="
        + now.minusSeconds(600)
        + "&to="
        + now.minusSeconds(300)
        + "&at="
        + now.minusSeconds(300)
        + "&month=2026-11&day=2026-11-01&zone=UTC&reason=a+test";
  }

  private static Stream<Map.Entry<String, String>> operations() {
    return OpenApi.operations().stream().map(one -> Map.entry(one.method(), one.path()));
  }

  @Test
  void aUserSeesAndPlaysHisCamera() {
    List<JsonObject> channels = USER.get("/channels").items();
    assertThat(channels).extracting(c -> c.getString("id")).containsExactly(own.getString("id"));
    assertThat(channels.get(0).getJsonArray("functions")).hasSize(3);
    JsonObject device = USER.get("/devices").items().get(0);
    assertThat(device.getString("url")).endsWith(":hidden");
    String path = "/channels/" + own.getString("id");
    assertThat(USER.get(path + "/snapshot.jpg").status()).isEqualTo(200);
    assertThat(USER.get(path + "/timeline" + query()).status()).isEqualTo(200);
    assertThat(USER.get("/session").json().getJsonArray("functions")).hasSize(3);
  }

  @Test
  void whatIsNotGrantedIsRefusedAtHisCameraToo() {
    String path = "/channels/" + own.getString("id");
    assertThat(USER.get(path + "/export.mp4" + query()).status()).isEqualTo(403);
    assertThat(USER.put(path + "/manual-recording", null, "{\"seconds\":10}").status())
        .isEqualTo(403);
    assertThat(USER.put(path + "/ptz/movement", null, "{\"pan\":1}").status()).isEqualTo(403);
    assertThat(USER.post("/roles", role()).status()).isEqualTo(403);
    assertThat(USER.post("/sites", "{\"parentId\":\"" + role + "\",\"name\":\"x\"}").status())
        .isEqualTo(403);
  }

  @Test
  void aCameraOfOthersLooksLikeOneThatIsNotThereAtEveryAddress() {
    String device = foreign.getString("deviceId");
    operations()
        .filter(one -> one.getValue().matches("/(channels|devices)/\\{id\\}.*"))
        .forEach(
            one -> {
              String guessed =
                  one.getValue().startsWith("/channels") ? foreign.getString("id") : device;
              Api.Answer there = ask(one, guessed);
              Api.Answer nowhere = ask(one, UUID.randomUUID().toString());
              assertThat(there.status()).as("%s", one).isEqualTo(nowhere.status());
              if (one.getKey().equals("GET")) {
                assertThat(there.status()).as("%s", one).isIn(403, 404);
              } else {
                assertThat(there.status()).as("%s", one).isBetween(400, 499);
              }
            });
  }

  private static Api.Answer ask(Map.Entry<String, String> operation, String id) {
    String path =
        operation
            .getValue()
            .replace("{id}", id)
            .replace("{segment}", UUID.randomUUID().toString())
            .replace("{token}", "x")
            .replaceAll("\\{\\w+\\}", "1");
    return operation.getKey().equals("GET")
        ? USER.get(path + query())
        : USER.change(operation.getKey(), path + query(), "\"1\"", "{}");
  }

  @Test
  void noListNamesACameraOfOthers() {
    operations()
        .filter(one -> one.getKey().equals("GET") && !one.getValue().contains("{"))
        .filter(one -> !one.getValue().matches("/(stream|session/login)"))
        .forEach(
            one -> {
              Api.Answer answer = USER.get(one.getValue() + query());
              assertThat(answer.status()).as("%s", one).isLessThan(500);
              assertThat(answer.text())
                  .as("%s", one)
                  .doesNotContain(foreign.getString("id"))
                  .doesNotContain(foreign.getString("deviceId"));
            });
  }

  private static WebSocket watch(String channel, LiveIT.Viewer viewer) {
    return viewer.open(channel + "/live", "Authorization", "Bearer " + TOKEN);
  }

  @Test
  void aRightThatIsTakenAwayEndsLiveVideo() throws Exception {
    assertThatThrownBy(() -> watch(foreign.getString("id"), new LiveIT.Viewer())).isNotNull();
    LiveIT.Viewer viewer = new LiveIT.Viewer();
    WebSocket socket = watch(own.getString("id"), viewer);
    EventLines events = new EventLines();
    var stream =
        Api.CLIENT.sendAsync(
            USER.request("/stream").setHeader("Accept", "text/event-stream").build(),
            HttpResponse.BodyHandlers.fromLineSubscriber(events));
    try {
      Await.until("live video and events", 20, () -> viewer.binaries > 5 && events.has("ping"));
      grant();
      Await.until("the end of live video", 20, () -> viewer.closed == 4403);
      Await.until("word of the changed rights", 20, () -> events.has("rights"));
      assertThat(USER.get("/channels").items()).isEmpty();
      assertThat(USER.get("/channels/" + own.getString("id") + "/snapshot.jpg").status())
          .isIn(403, 404);
    } finally {
      socket.abort();
      stream.cancel(true);
      grant(own.getString("id"));
      Await.until("the role to hold again", 10, () -> !USER.get("/channels").items().isEmpty());
    }
  }

  @Test
  void aSiteIsARangeOfRights() throws Exception {
    String root = ADMIN.get("/sites").items().get(0).getString("id");
    Api.Answer site = ADMIN.post("/sites", site(root, "Yard"));
    assertThat(site.status()).as(site.text()).isEqualTo(201);
    String id = site.json().getString("id");
    Api.Answer below = ADMIN.post("/sites", site(id, "Gate"));
    String device = foreign.getString("deviceId");
    Api.Answer moved =
        ADMIN.post(
            "/sites/" + below.json().getString("id") + "/devices",
            "{\"deviceIds\":[\"" + device + "\"]}");
    assertThat(moved.items().get(0).getBoolean("moved")).as(moved.text()).isTrue();
    assertThat(ADMIN.get("/channels?site=" + id).items())
        .extracting(c -> c.getString("id"))
        .contains(foreign.getString("id"));
    assertThat(USER.get("/sites").text()).doesNotContain("Yard");
    ADMIN.change("DELETE", "/sites/" + below.json().getString("id"), "\"1\"", "");
    assertThat(ADMIN.get("/devices/" + device).json().getString("siteId")).isEqualTo(id);
    String etag = ADMIN.get("/sites/" + id).header("ETag");
    assertThat(ADMIN.change("DELETE", "/sites/" + id, etag, "").status()).isEqualTo(204);
    assertThat(ADMIN.get("/devices/" + device).json().getString("siteId")).isEqualTo(root);
  }

  private static String site(String parent, String name) {
    return Json.createObjectBuilder().add("parentId", parent).add("name", name).build().toString();
  }

  /** Lines of an event stream as they come. */
  private static final class EventLines implements Flow.Subscriber<String> {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    boolean has(String event) {
      return lines.stream().anyMatch(line -> line.replace(" ", "").equals("event:" + event));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      lines.add(line);
    }

    @Override
    public void onError(Throwable problem) {}

    @Override
    public void onComplete() {}
  }
}
