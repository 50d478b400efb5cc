package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two users and one camera that moves: the simulated camera 7, added by ONVIF. */
class PtzIT {
  private static final int CAMERA = 7;
  private static final Api ADMIN = Api.administrator();
  private static final Api OPERATOR = new Api(LynceusServer.token("--operator"));
  private static JsonObject device;
  private static String ptz;

  @BeforeAll
  static void add() {
    device = ADMIN.addOnvif("Moves", CAMERA);
    ptz = "/channels/" + Api.channelOf(device) + "/ptz";
  }

  @AfterAll
  static void remove() {
    ADMIN.remove(device);
  }

  private static JsonObject head() {
    return Api.simulatorSays("/cameras/" + CAMERA + "/ptz");
  }

  private static double at(String axis) {
    return head().getJsonNumber(axis).doubleValue();
  }

  private static Api.Answer put(Api who, String path, String body) {
    return who.put(ptz + path, null, body);
  }

  @Test
  void aMovementTurnsTheCameraUntilItIsStopped() throws Exception {
    put(ADMIN, "/position", "{\"home\":true}");
    double before = at("pan");
    Api.Answer moved = put(ADMIN, "/movement", "{\"pan\":0.5}");
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    Await.until("the camera to turn right", 10, () -> at("pan") > before + 0.05);
    assertThat(put(ADMIN, "/movement", "{}").status()).isEqualTo(200);
    assertThat(head().getBoolean("moving")).isFalse();
    assertThat(put(ADMIN, "/movement", "{\"pan\":1.5}").status()).isEqualTo(400);
    ADMIN.change("DELETE", ptz + "/hold", null, "");
  }

  @Test
  void aPresetIsKeptVisitedAndForgotten() {
    put(ADMIN, "/position", "{\"pan\":0.4,\"tilt\":-0.2,\"zoom\":0.5}");
    Api.Answer kept = ADMIN.post(ptz + "/presets", "{\"name\":\"Gate <1>\"}");
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    String token = kept.json().getString("token");
    put(ADMIN, "/position", "{\"home\":true}");
    assertThat(at("pan")).isEqualTo(0);
    assertThat(put(ADMIN, "/position", "{\"preset\":\"" + token + "\"}").status()).isEqualTo(200);
    assertThat(at("pan")).isEqualTo(0.4);
    assertThat(ADMIN.get(ptz + "/presets").items())
        .anySatisfy(one -> assertThat(one.asJsonObject().getString("name")).isEqualTo("Gate <1>"));
    assertThat(ADMIN.change("DELETE", ptz + "/presets/" + token, null, "").status()).isEqualTo(204);
    Api.Answer gone = put(ADMIN, "/position", "{\"preset\":\"" + token + "\"}");
    assertThat(gone.status()).isEqualTo(422);
    assertThat(gone.json().getString("detail")).contains("refused");
    ADMIN.change("DELETE", ptz + "/hold", null, "");
  }

  @Test
  void theHigherLevelTakesTheCameraOverAndTheOtherIsToldWhoHasIt() {
    assertThat(put(OPERATOR, "/hold", "{\"seconds\":60}").status()).isEqualTo(200);
    Api.Answer taken = put(ADMIN, "/movement", "{\"tilt\":0.1}");
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    String holder = taken.json().getString("holder");
    Api.Answer refused = put(OPERATOR, "/movement", "{\"tilt\":-0.1}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getJsonObject("reason").getString("code")).isEqualTo("ptz-held");
    assertThat(refused.json().getString("detail")).contains(holder);
    assertThat(ADMIN.change("DELETE", ptz + "/hold", null, "").status()).isEqualTo(204);
    assertThat(put(OPERATOR, "/movement", "{}").status()).isEqualTo(200);
    assertThat(OPERATOR.change("DELETE", ptz + "/hold", null, "").status()).isEqualTo(204);
    assertThat(OPERATOR.get(ptz + "/hold").status()).isEqualTo(204);
  }

  @Test
  void aCameraThatDoesNotMoveIsSaidSo() {
    JsonObject still = ADMIN.addCamera("Does not move", 6);
    try {
      Api.Answer refused =
          ADMIN.put("/channels/" + Api.channelOf(still) + "/ptz/movement", null, "{\"pan\":1}");
      assertThat(refused.status()).isEqualTo(409);
    } finally {
      ADMIN.remove(still);
    }
  }
}
