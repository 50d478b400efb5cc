package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts on many devices, and what is set in a device itself. */
class CareIT {
  /** No cameras of the demo: those would be left alone for a minute with another password. */
  private static final int FIRST = 9;

  private static final int SECOND = 10;
  private final Api api = Api.administrator();
  private JsonObject one;
  private JsonObject two;

  @BeforeEach
  void add() {
    one = api.addOnvif("Care one", FIRST);
    two = api.addOnvif("Care two", SECOND);
  }

  @AfterEach
  void putBack() throws Exception {
    for (int camera : List.of(FIRST, SECOND)) {
      Api.simulator("/cameras/" + camera + "/quirks", "");
      Api.simulator("/cameras/" + camera + "/password", LynceusServer.secret("simulator-password"));
    }
    for (JsonObject device : List.of(one, two)) {
      Api.Answer now = api.get("/devices/" + device.getString("id"));
      if (now.status() == 200) {
        api.remove(now.json());
      }
    }
  }

  private String id(JsonObject device) {
    return device.getString("id");
  }

  private static String body(String more, String... ids) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    List.of(ids).forEach(array::add);
    return "{\"deviceIds\":" + array.build() + more + "}";
  }

  /** The states of a batch's devices with their reasons, once it has ended. */
  private String batch(String order) throws Exception {
    Api.Answer made = api.post("/device-batches", order);
    assertThat(made.status()).as(made.text()).isEqualTo(202);
    String job = "/jobs/" + made.json().getString("jobId");
    Await.until(
        "the batch to end",
        60,
        () -> Set.of("SUCCEEDED", "PARTIAL").contains(api.get(job).json().getString("state")));
    return api.get("/device-batches/" + made.json().getString("id") + "/items").items().stream()
        .map(
            item ->
                item.getString("state")
                    + (item.containsKey("reason")
                        ? " " + item.getJsonObject("reason").getString("code")
                        : ""))
        .collect(Collectors.joining(", "));
  }

  private String password(JsonObject device) {
    Api.Answer shown =
        api.post(
            "/device-passwords/" + id(device) + "/reveal", "{\"reason\":\"test of passwords\"}");
    assertThat(shown.status()).as(shown.text()).isEqualTo(200);
    assertThat(shown.header("Cache-Control")).contains("no-store");
    return shown.json().getString("password");
  }

  private void answers(JsonObject device) {
    Api.Answer facts = api.get("/devices/" + id(device) + "/management");
    assertThat(facts.status()).as(facts.text()).isEqualTo(200);
  }

  @Test
  void devicesAreMovedRenamedAndRemovedTogether() {
    String root = "00000000-0000-7000-8000-000000000001";
    JsonObject site =
        api.post("/sites", "{\"parentId\":\"" + root + "\",\"name\":\"Care site\"}").json();
    String nobody = "00000000-0000-7000-8000-00000000dead";
    try {
      List<JsonObject> changed =
          api.post(
                  "/device-sets/changes",
                  body(
                      ",\"name\":\"Hall {n:2} {model}\",\"siteId\":\""
                          + site.getString("id")
                          + "\"",
                      id(one),
                      nobody,
                      id(two)))
              .items();
      assertThat(changed)
          .extracting(item -> item.getBoolean("done"))
          .containsExactly(true, false, true);
      JsonObject now = api.get("/devices/" + id(two)).json();
      assertThat(now.getString("name")).isEqualTo("Hall 03 Simulated camera");
      assertThat(now.getString("siteId")).isEqualTo(site.getString("id"));
      List<JsonObject> removed =
          api.post("/device-sets/removals", body("", id(one), id(two))).items();
      assertThat(removed).allMatch(item -> item.getBoolean("done"));
      assertThat(api.get("/devices/" + id(one)).status()).isEqualTo(404);
    } finally {
      api.change(
          "DELETE", "/sites/" + site.getString("id"), "\"" + site.getInt("version") + "\"", "");
    }
  }

  @Test
  void aKnownUserAndPasswordAreTriedOnceAtEachAndStored() throws Exception {
    Api.simulator("/cameras/" + FIRST + "/password", "another Secret 1");
    String order =
        ",\"act\":\"CREDENTIALS\",\"username\":\"camera\",\"password\":\"another Secret 1\"";
    assertThat(batch(body(order, id(one), id(two)))).isEqualTo("DONE, FAILED unauthorized");
    answers(one);
    answers(two);
    assertThat(password(one)).isEqualTo("another Secret 1");
    assertThat(password(two)).isEqualTo(LynceusServer.secret("simulator-password"));
  }

  @Test
  void eachDeviceGetsAStrongPasswordOfItsOwn() throws Exception {
    String before = LynceusServer.secret("simulator-password");
    List<JsonObject> weak = api.get("/device-passwords").items();
    assertThat(weak)
        .extracting(item -> item.getString("deviceId") + " " + item.getString("weakness"))
        .contains(id(one) + " SHARED", id(two) + " SHARED");
    String nobody = "00000000-0000-7000-8000-00000000dead";
    assertThat(batch(body(",\"act\":\"PASSWORDS\",\"length\":20", id(one), nobody, id(two))))
        .isEqualTo("DONE, FAILED device-gone, DONE");
    assertThat(password(one)).hasSize(20).matches("[A-Za-z2-9]+").isNotEqualTo(before);
    assertThat(password(two)).isNotEqualTo(password(one));
    answers(one);
    answers(two);
    assertThat(api.get("/device-passwords").items())
        .extracting(item -> item.getString("deviceId"))
        .doesNotContain(id(one), id(two));
    String log = api.get("/audit-entries?action=device.password.reveal").text();
    assertThat(log).contains("test of passwords").doesNotContain(password(one));
  }

  @Test
  void aDeviceThatRefusesDropsOrLiesNeverLosesItsPassword() throws Exception {
    String before = LynceusServer.secret("simulator-password");
    Api.simulator("/cameras/" + FIRST + "/quirks", "password-refused");
    Api.simulator("/cameras/" + SECOND + "/quirks", "password-kept");
    String order = ",\"act\":\"PASSWORDS\"";
    assertThat(batch(body(order, id(one), id(two))))
        .isEqualTo("FAILED password-refused, FAILED password-kept");
    assertThat(password(one)).isEqualTo(before);
    assertThat(password(two)).isEqualTo(before);
    answers(two);
    Api.simulator("/cameras/" + FIRST + "/quirks", "password-drops");
    assertThat(batch(body(order, id(one)))).isEqualTo("DONE");
    assertThat(password(one)).isNotEqualTo(before);
    answers(one);
  }

  @Test
  void aFilePutsDevicesAtTheSitesItNames() {
    String url = "http://127.0.0.1:" + LynceusServer.ONVIF_PORT + "/onvif/4/device_service";
    Api.Answer made =
        api.send(
            api.request("/device-files?name=site.csv")
                .header("Content-Type", "application/octet-stream")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "Name,Address,Site\nA,"
                            + url
                            + ",\nB,http://127.0.0.1:9/,No such building\n")));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    List<JsonObject> rows =
        api.get("/device-imports/" + made.json().getString("id") + "/rows").items();
    assertThat(rows.get(0).getString("state")).isEqualTo("READY");
    assertThat(rows.get(1).getJsonObject("reason").getString("code")).isEqualTo("unknown-site");
  }

  @Test
  void accountsOfADeviceAreMadeChangedAndRemovedButNotTheCentersOwn() {
    String path = "/devices/" + id(one) + "/accounts";
    Api.Answer made =
        api.post(path, "{\"name\":\"guard\",\"password\":\"Guard-2026\",\"level\":\"OPERATOR\"}");
    assertThat(made.status()).as(made.text()).isEqualTo(204);
    assertThat(accounts()).contains("guard Operator");
    assertThat(api.change("PUT", path + "/guard", null, "{\"level\":\"USER\"}").status())
        .isEqualTo(204);
    assertThat(accounts()).contains("guard User");
    assertThat(api.change("DELETE", path + "/guard", null, "").status()).isEqualTo(204);
    assertThat(accounts()).noneMatch(one -> one.startsWith("guard"));
    Api.Answer own = api.change("DELETE", path + "/camera", null, "");
    assertThat(own.status()).as(own.text()).isEqualTo(409);
    Api.Answer weak =
        api.post(path, "{\"name\":\"a b\",\"password\":\"Guard-2026\",\"level\":\"USER\"}");
    assertThat(weak.status()).isEqualTo(400);
    assertThat(api.get("/audit-entries?action=device.account.add").text())
        .contains("guard")
        .doesNotContain("Guard-2026");
  }

  private List<String> accounts() {
    return api
        .get("/devices/" + id(one) + "/management")
        .json()
        .getJsonArray("users")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(user -> user.getString("name") + " " + user.getString("level"))
        .toList();
  }

  @Test
  void theNetworkIsSetAndTheCenterStaysUntilTheDeviceIsAtItsNewAddress() {
    String path = "/devices/" + id(one) + "/network";
    Api.Answer set =
        api.change(
            "PUT",
            path,
            null,
            "{\"hostname\":\"hall\",\"gateway\":\"10.0.0.1\",\"nameServers\":[\"10.0.0.2\"]}");
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    JsonObject facts = api.get("/devices/" + id(one) + "/management").json();
    assertThat(facts.getString("hostname")).isEqualTo("hall");
    assertThat(facts.getString("gateway")).isEqualTo("10.0.0.1");
    assertThat(facts.getJsonArray("nameServers").getString(0)).isEqualTo("10.0.0.2");
    Api.Answer moved =
        api.change(
            "PUT",
            path,
            null,
            "{\"card\":\"eth0\",\"dhcp\":false,\"address\":\"127.0.0.9\",\"prefix\":8}");
    assertThat(moved.json().getBoolean("restartNeeded")).isTrue();
    assertThat(moved.json().getString("newUrl")).contains("//127.0.0.9:");
    Api.Answer away = api.post(path + "/follow", "{}");
    assertThat(away.status()).as(away.text()).isEqualTo(422);
    assertThat(api.get("/devices/" + id(one)).json().getString("url")).contains("//127.0.0.1:");
    assertThat(api.get(path).json().getString("newUrl")).contains("//127.0.0.9:");
  }

  @Test
  void clocksThatAreOffAreToldAndSet() throws Exception {
    Api.simulator("/cameras/" + FIRST + "/clock", "90");
    try {
      String management = "/devices/" + id(one) + "/management";
      Api.Answer byHand = api.post(management + "/clock", "{}");
      assertThat(byHand.status()).as(byHand.text()).isEqualTo(200);
      Api.simulator("/cameras/" + FIRST + "/clock", "90");
      assertThat(api.post("/device-clocks/run", "{}").status()).isEqualTo(202);
      Await.until(
          "the clock to be set",
          30,
          () -> {
            long offset = api.get(management).json().getJsonNumber("clockOffsetMillis").longValue();
            return Math.abs(offset) < 3_000;
          });
      Await.until(
          "the clock's events",
          30,
          () -> {
            List<Boolean> told =
                api.get("/events?limit=100&deviceId=" + id(one)).items().stream()
                    .filter(event -> event.getString("type").equals("CLOCK_WRONG"))
                    .map(event -> event.getBoolean("active"))
                    .toList();
            return told.contains(true) && told.contains(false);
          });
      Api.Answer wrong =
          api.change(
              "PUT",
              "/device-clocks/schedule",
              null,
              "{\"enabled\":true,\"at\":\"25:00\",\"driftSeconds\":2}");
      assertThat(wrong.status()).isEqualTo(400);
    } finally {
      Api.simulator("/cameras/" + FIRST + "/clock", "0");
    }
  }

  @Test
  void aFirmwareIsSentOnceAndTheDeviceComesBackWithIt() throws Exception {
    byte[] content = new byte[100_000];
    new java.util.Random(1).nextBytes(content);
    String hash =
        java.util.HexFormat.of()
            .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
    byte[] head = ("LYNCEUS-SIM 2.1 " + hash + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, file, head.length, content.length);
    String good = firmware(file);
    String bad = firmware("no firmware at all".getBytes(StandardCharsets.US_ASCII));
    try {
      String order = ",\"act\":\"FIRMWARE\",\"firmwareId\":\"";
      assertThat(batch(body(order + bad + "\"", id(one)))).isEqualTo("FAILED device-refused");
      assertThat(batch(body(order + good + "\"", id(one)))).isEqualTo("DONE");
      JsonObject identity = api.get("/devices/" + id(one)).json().getJsonObject("identity");
      assertThat(identity.getString("firmware")).isEqualTo("2.1");
    } finally {
      for (String firmware : List.of(good, bad)) {
        assertThat(api.change("DELETE", "/device-firmwares/" + firmware, null, "").status())
            .isEqualTo(204);
      }
    }
  }

  /** Uploads a file in two pieces and answers its id. */
  private String firmware(byte[] file) {
    Api.Answer made =
        api.post("/device-firmwares", "{\"name\":\"f.bin\",\"bytes\":" + file.length + "}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String id = made.json().getString("id");
    assertThat(piece(id, 5, file, file.length).status()).as("not the next piece").isEqualTo(409);
    assertThat(piece(id, 0, file, 10).status()).isEqualTo(200);
    JsonObject whole = piece(id, 10, file, file.length).json();
    assertThat(whole.getString("sha256")).hasSize(64);
    return id;
  }

  private Api.Answer piece(String id, int from, byte[] file, int to) {
    return api.send(
        api.request("/device-firmwares/" + id + "/content?offset=" + from)
            .header("Content-Type", "application/octet-stream")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(Arrays.copyOfRange(file, from, to))));
  }
}
