package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Finding devices of the simulated site and adding them together. */
class BringInIT {
  private static final String ROOT = "http://127.0.0.1:" + LynceusServer.ONVIF_PORT + "/onvif/";
  private final Api api = Api.administrator();

  private List<JsonObject> search(String body) throws Exception {
    Api.Answer started = api.post("/device-searches", body);
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    String path = "/device-searches/" + started.json().getString("id");
    Await.until(
        "the search to end", 30, () -> !api.get(path).json().getString("state").equals("RUNNING"));
    JsonObject ended = api.get(path).json();
    assertThat(ended.getString("state")).isEqualTo("ENDED");
    return ended.getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static JsonObject item(String name, String url) {
    return Json.createObjectBuilder().add("name", name).add("url", url).build();
  }

  private JsonObject imported(String password, JsonObject... items) throws Exception {
    JsonArrayBuilder array = Json.createArrayBuilder();
    List.of(items).forEach(array::add);
    Api.Answer made =
        api.post(
            "/device-imports",
            Json.createObjectBuilder()
                .add("username", "camera")
                .add("password", password)
                .add("items", array)
                .build()
                .toString());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String path = "/device-imports/" + made.json().getString("id");
    Api.Answer started = api.post(path + "/start", "{}");
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    String job = "/jobs/" + started.json().getString("jobId");
    Await.until(
        "the import to end",
        60,
        () -> Set.of("SUCCEEDED", "PARTIAL").contains(api.get(job).json().getString("state")));
    return api.get(path).json();
  }

  private String rows(JsonObject made) {
    return api.get("/device-imports/" + made.getString("id") + "/rows").items().stream()
        .map(
            row ->
                row.getString("state")
                    + (row.containsKey("reason")
                        ? " " + row.getJsonObject("reason").getString("code")
                        : ""))
        .collect(Collectors.joining(", "));
  }

  @Test
  void devicesAreFoundByDiscoveryAndByAScanOfARange() throws Exception {
    List<JsonObject> discovered = search("{}");
    assertThat(discovered)
        .extracting(found -> found.getString("url"))
        .contains(ROOT + "1/device_service", ROOT + "8/device_service");
    assertThat(discovered.get(0).getString("name")).startsWith("Simulated camera");
    assertThat(search("{\"range\":\"127.0.0.1\"}"))
        .extracting(found -> found.getString("url"))
        .contains("http://127.0.0.1:" + LynceusServer.ONVIF_PORT + "/onvif/device_service");
  }

  @Test
  void onlyAllowedNetworksOfABoundedSizeAreScanned() {
    for (String range : List.of("8.8.8.8", "10.0.0.0/16", "camera")) {
      Api.Answer refused = api.post("/device-searches", "{\"range\":\"" + range + "\"}");
      assertThat(refused.status()).as(refused.text()).isEqualTo(400);
      assertThat(refused.text()).contains("/range");
    }
  }

  @Test
  void devicesAreAddedTogetherAndEachRowSaysWhatBecameOfIt() throws Exception {
    String secret = LynceusServer.secret("simulator-password");
    JsonObject seven = item("Seventh", ROOT + "7/device_service");
    JsonObject made =
        imported(
            secret,
            seven,
            seven,
            item("Nobody", "http://127.0.0.1:9/onvif/device_service"),
            item("Wrong", "ftp://127.0.0.1/"));
    assertThat(rows(made))
        .isEqualTo("ADDED, INVALID duplicate-row, FAILED refused, INVALID invalid-row");
    assertThat(made.getInt("added")).isEqualTo(1);
    JsonObject device = api.get("/devices?q=Seventh").items().stream().findFirst().orElseThrow();
    try {
      assertThat(device.getJsonObject("identity").getString("serial")).isEqualTo("SIM000007");
      JsonObject again =
          imported("wrong-" + secret, seven, item("Eighth", ROOT + "8/device_service"));
      assertThat(rows(again)).isEqualTo("INVALID already-added, FAILED unauthorized");
      assertThat(api.get("/devices?q=Eighth").items()).isEmpty();
    } finally {
      api.remove(device);
    }
  }

  @Test
  void aFileIsJudgedFirstAndItsFailedRowsComeBackWithTheReasons() throws Exception {
    String secret = LynceusServer.secret("simulator-password");
    Api.Answer made =
        api.send(
            api.request("/device-files?name=site.csv")
                .header("Content-Type", "application/octet-stream")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "Name,Address,User name,Password\nSixth,"
                            + ROOT
                            + "6/device_service,camera,"
                            + secret
                            + "\nBroken,ftp://x,camera,"
                            + secret
                            + "\n")));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().getInt("ready")).isEqualTo(1);
    assertThat(made.json().getInt("invalid")).isEqualTo(1);
    assertThat(api.get("/devices?q=Sixth").items()).as("the dry run adds nothing").isEmpty();
    String path = "/device-imports/" + made.json().getString("id");
    String job = "/jobs/" + api.post(path + "/start", "{}").json().getString("jobId");
    Await.until(
        "the import to end", 60, () -> api.get(job).json().getString("state").equals("PARTIAL"));
    JsonObject device = api.get("/devices?q=Sixth").items().get(0);
    try {
      String failed =
          api.get("/device-files/failed/" + made.json().getString("id") + "?format=CSV").text();
      assertThat(failed)
          .contains("Name,Address,User name,Password,Reason", "Broken,ftp://x,camera,,");
      String inventory = api.get("/device-files/inventory?format=CSV").text();
      assertThat(inventory).contains("Sixth", "SIM000006");
      assertThat(failed + inventory).doesNotContain(secret);
    } finally {
      api.remove(device);
    }
  }

  @Test
  void theClockOfADeviceIsReadAndSetAndItCanBeRestarted() throws Exception {
    String secret = LynceusServer.secret("simulator-password");
    JsonObject made = imported(secret, item("Clockwork", ROOT + "6/device_service"));
    assertThat(rows(made)).isEqualTo("ADDED");
    JsonObject device = api.get("/devices?q=Clockwork").items().get(0);
    String path = "/devices/" + device.getString("id") + "/management";
    try {
      Api.simulator("/cameras/6/clock", "600");
      JsonObject facts = api.get(path).json();
      assertThat(facts.getJsonNumber("clockOffsetMillis").longValue())
          .isBetween(590_000L, 610_000L);
      assertThat(facts.getJsonArray("users")).hasSize(2);
      Api.Answer set = api.post(path + "/clock", "{}");
      assertThat(set.status()).as(set.text()).isEqualTo(200);
      assertThat(set.json().getJsonNumber("clockOffsetMillis").longValue())
          .isBetween(-10_000L, 10_000L);
      Api.Answer server = api.post(path + "/clock", "{\"server\":\"time.example\"}");
      assertThat(server.json().getJsonArray("timeServers").getString(0)).isEqualTo("time.example");
      int before = Api.simulatorSays("/cameras/6/ptz").getInt("reboots");
      assertThat(api.post(path + "/restart", "{}").status()).isEqualTo(204);
      assertThat(Api.simulatorSays("/cameras/6/ptz").getInt("reboots")).isEqualTo(before + 1);
    } finally {
      Api.simulator("/cameras/6/clock", "0");
      api.remove(device);
    }
  }
}
