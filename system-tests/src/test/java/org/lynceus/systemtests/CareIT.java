package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts on many devices, and what is set in a device itself. */
class CareIT {
  private static final int FIRST = 5;
  private static final int SECOND = 8;
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
}
