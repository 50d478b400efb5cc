package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * ONVIF devices: the simulated camera 8, whose ONVIF side checks tokens on its own clock and has
 * the quirks of real devices. It proves our two sides against each other; the interoperability step
 * has foreign ones.
 */
class OnvifIT {
  private static final int CAMERA = 8;
  private final Api api = Api.administrator();

  @AfterEach
  void reset() throws Exception {
    Api.simulator("/cameras/" + CAMERA + "/quirks", "");
    Api.simulator("/cameras/" + CAMERA + "/clock", "0");
  }

  private static String device(String password) {
    return Api.onvif("By ONVIF", CAMERA, password);
  }

  private static String right() {
    return device(LynceusServer.secret("simulator-password"));
  }

  private static String streams(JsonObject channel) {
    return channel.getJsonArray("streams").getValuesAs(JsonObject.class).stream()
        .map(
            one ->
                one.getString("kind") + " " + one.getString("videoCodec") + " " + one.get("width"))
        .collect(Collectors.joining(", "));
  }

  @Test
  void aDeviceIsAddedByItsAddressAloneWithBothStreamsAndComesOnline() throws Exception {
    Api.Answer added = api.post("/devices", right());
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    JsonObject device = added.json();
    try {
      assertThat(device.getString("protocol")).isEqualTo("ONVIF");
      assertThat(device.getJsonObject("identity").getString("serial")).isEqualTo("SIM000008");
      JsonObject channel = device.getJsonArray("channels").getJsonObject(0);
      assertThat(streams(channel)).isEqualTo("MAIN H264 1280, SUB H264 320");
      assertThat(channel.getBoolean("ptz")).isTrue();
      String path = "/devices/" + device.getString("id");
      Await.until(
          "the device to be online",
          15,
          () -> api.get(path).json().getString("state").equals("ONLINE"));
      Api.Answer twice = api.post("/devices", right());
      assertThat(twice.status()).as(twice.text()).isEqualTo(409);
      assertThat(twice.json().getString("detail")).contains("By ONVIF", "SIM000008");
    } finally {
      api.remove(device);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-media2",
        "no-get-services",
        "local-time-as-utc",
        "no-time",
        "empty-host",
        "inner-host",
        "http-digest",
        "no-media2,no-get-services,inner-host,http-digest"
      })
  void aQuirkOfRealDevicesDoesNotKeepItOut(String quirks) throws Exception {
    Api.simulator("/cameras/" + CAMERA + "/quirks", quirks);
    Api.Answer found = api.post("/devices/probe", right());
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    assertThat(streams(found.json().getJsonArray("channels").getJsonObject(0)))
        .isEqualTo("MAIN H264 1280, SUB H264 320");
  }

  @ParameterizedTest
  @ValueSource(strings = {"31536000", "-86400", "7"})
  void aDeviceWhoseClockIsOffIsSignedOnItsOwnClock(String seconds) throws Exception {
    Api.simulator("/cameras/" + CAMERA + "/clock", seconds);
    Api.Answer found = api.post("/devices/probe", right());
    assertThat(found.status()).as(found.text()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"endless, malformed", "entity-bomb, not-onvif", "web-page, not-onvif"})
  void aHostileAnswerIsRefusedInPlainWordsAndNothingIsStored(String quirk, String code)
      throws Exception {
    Api.simulator("/cameras/" + CAMERA + "/quirks", quirk);
    int before = api.get("/devices?limit=1000").items().size();
    Api.Answer refused = api.post("/devices", right());
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    JsonObject problem = refused.json();
    assertThat(problem.getJsonObject("reason").getString("code")).isEqualTo(code);
    assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo("/url");
    assertThat(api.get("/devices?limit=1000").items()).hasSize(before);
  }

  @Test
  void aWrongPasswordIsToldAtThePassword() {
    Api.Answer refused = api.post("/devices", device("wrong"));
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    JsonObject problem = refused.json();
    assertThat(problem.getJsonObject("reason").getString("code")).isEqualTo("unauthorized");
    assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo("/password");
    assertThat(refused.text()).doesNotContain("wrong\"");
  }
}
