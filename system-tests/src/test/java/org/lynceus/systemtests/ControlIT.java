package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Outputs, lens, picture, tours and aim of the simulated camera 8; what it did is asked there. */
class ControlIT {
  private static final int CAMERA = 8;
  private static final Api ADMIN = Api.administrator();
  private static final Api OPERATOR = new Api(LynceusServer.token("--operator"));
  private static JsonObject device;
  private static String channel;

  @BeforeAll
  static void add() {
    device = ADMIN.addOnvif("Controlled", CAMERA);
    channel = "/channels/" + Api.channelOf(device);
  }

  @AfterAll
  static void remove() {
    ADMIN.remove(device);
  }

  @AfterEach
  void free() throws Exception {
    Api.simulator("/cameras/" + CAMERA + "/quirks", "");
    ADMIN.change("DELETE", channel + "/ptz/hold", null, "");
    OPERATOR.change("DELETE", channel + "/ptz/hold", null, "");
  }

  private static JsonObject camera(String part) {
    return Api.simulatorSays("/cameras/" + CAMERA + "/" + part);
  }

  private static Api.Answer put(Api who, String path, String body) {
    return who.put(channel + path, null, body);
  }

  /** The device is asked anew what it has: quirks are learned with the connection. */
  private static void quirk(String words) throws Exception {
    Api.simulator("/cameras/" + CAMERA + "/quirks", words);
    String path = "/devices/" + device.getString("id");
    JsonObject now = ADMIN.get(path).json();
    Api.Answer changed =
        ADMIN.change(
            "PATCH",
            path,
            ADMIN.get(path).header("ETag"),
            "{\"name\":\"" + now.getString("name") + "'\"}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
  }

  private static JsonObject output(String token) {
    Api.Answer answer = OPERATOR.get(channel + "/outputs");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().getJsonArray("outputs").getValuesAs(JsonObject.class).stream()
        .filter(one -> one.getString("token").equals(token))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOutputIsSwitchedByAnOperatorAndItsStateIsTold() throws Exception {
    assertThat(output("relay-1").getBoolean("bistable")).isTrue();
    assertThat(output("relay-2").getBoolean("bistable")).isFalse();
    assertThat(output("relay-2").getInt("seconds")).isEqualTo(2);
    assertThat(put(OPERATOR, "/outputs/relay-1", "{\"active\":true}").status()).isEqualTo(204);
    assertThat(camera("relays").getBoolean("relay-1")).isTrue();
    Await.until("its event", 60, () -> output("relay-1").getBoolean("active", false));
    assertThat(put(OPERATOR, "/outputs/relay-1", "{\"active\":false}").status()).isEqualTo(204);
    assertThat(camera("relays").getBoolean("relay-1")).isFalse();
    assertThat(put(OPERATOR, "/outputs/none", "{\"active\":true}").status()).isEqualTo(404);
    List<JsonObject> noted = ADMIN.get("/audit-entries?action=live.output&limit=5").items();
    assertThat(noted).isNotEmpty();
    assertThat(noted.get(0).toString()).contains("relay-1").contains("operator");
  }

  @Test
  void aPulseFallsBackByItself() throws Exception {
    assertThat(put(OPERATOR, "/outputs/relay-2", "{\"active\":true}").status()).isEqualTo(204);
    assertThat(camera("relays").getBoolean("relay-2")).isTrue();
    Await.until("the pulse to end", 10, () -> !camera("relays").getBoolean("relay-2"));
  }

  @Test
  void outputsThatOnlyDeviceIoKnowsAreSwitchedThere() throws Exception {
    quirk("relays-at-device-io");
    assertThat(put(OPERATOR, "/outputs/relay-1", "{\"active\":true}").status()).isEqualTo(204);
    assertThat(camera("relays").getBoolean("relay-1")).isTrue();
    put(OPERATOR, "/outputs/relay-1", "{\"active\":false}");
  }

  @Test
  void thePictureIsSetWithinTheLimitsOfTheCameraAndByWhoMay() {
    JsonObject before = OPERATOR.get(channel + "/imaging").json();
    assertThat(before.getJsonObject("brightness").getInt("max")).isEqualTo(100);
    assertThat(before.getBoolean("focusMoves")).isTrue();
    Api.Answer set = put(ADMIN, "/imaging", "{\"brightness\":70,\"irCut\":\"OFF\"}");
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    assertThat(set.json().getJsonObject("brightness").getInt("value")).isEqualTo(70);
    assertThat(camera("lens").getString("IrCutFilter")).isEqualTo("OFF");
    assertThat(put(ADMIN, "/imaging", "{\"brightness\":101}").status()).isEqualTo(400);
    assertThat(put(ADMIN, "/imaging", "{\"irCut\":\"PINK\"}").status()).isEqualTo(400);
    assertThat(put(OPERATOR, "/imaging", "{\"brightness\":10}").status()).isEqualTo(403);
    put(ADMIN, "/imaging", "{\"brightness\":50,\"irCut\":\"AUTO\"}");
    assertThat(camera("lens").getString("Brightness")).startsWith("50");
  }

  @Test
  void theFocusMovesWhileItIsOrderedAndStopsByItself() throws Exception {
    assertThat(put(OPERATOR, "/imaging/lens", "{\"focus\":-1}").status()).isEqualTo(204);
    Await.until(
        "the focus to move", 10, () -> camera("lens").getJsonNumber("focus").doubleValue() < 0.49);
    assertThat(put(OPERATOR, "/imaging/lens", "{\"focus\":0}").status()).isEqualTo(204);
    assertThat(camera("lens").getBoolean("focusing")).isFalse();
    put(OPERATOR, "/imaging/lens", "{\"focus\":0.01}");
    assertThat(camera("lens").getBoolean("focusing")).isTrue();
    Await.until("it to stop by itself", 20, () -> !camera("lens").getBoolean("focusing"));
    OPERATOR.change("DELETE", channel + "/ptz/hold", null, "");
    assertThat(put(ADMIN, "/imaging", "{\"focus\":\"AUTO\"}").status()).isEqualTo(200);
    assertThat(camera("lens").getJsonNumber("focus").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void theIrisGoesInSteps() {
    put(ADMIN, "/imaging", "{\"exposure\":\"MANUAL\",\"iris\":6}");
    assertThat(put(ADMIN, "/imaging/lens", "{\"iris\":1}").status()).isEqualTo(204);
    assertThat(camera("lens").getString("Iris")).startsWith("5.0");
    put(ADMIN, "/imaging/lens", "{\"iris\":-1}");
    assertThat(camera("lens").getString("Iris")).startsWith("6.0");
    assertThat(put(ADMIN, "/imaging", "{\"exposure\":\"AUTO\"}").status()).isEqualTo(200);
  }

  @Test
  void auxiliaryCommandsAreThoseTheCameraNames() {
    JsonObject features = OPERATOR.get(channel + "/ptz/features").json();
    assertThat(features.getJsonArray("auxiliary").toString()).contains("tt:Wiper|On");
    Api.Answer sent = OPERATOR.post(channel + "/ptz/auxiliary", "{\"command\":\"tt:Wiper|On\"}");
    assertThat(sent.status()).as(sent.text()).isEqualTo(204);
    assertThat(camera("ptz").getJsonObject("auxiliary").getBoolean("Wiper")).isTrue();
    assertThat(OPERATOR.post(channel + "/ptz/auxiliary", "{\"command\":\"tt:Laser|On\"}").status())
        .isEqualTo(400);
  }

  @Test
  void aTourGoesFromPresetToPresetUntilSomebodyMovesTheCamera() throws Exception {
    String first = preset("First", -0.5);
    String second = preset("Second", 0.5);
    String stops =
        "[{\"preset\":\"%s\",\"seconds\":1,\"speed\":1},{\"preset\":\"%s\",\"seconds\":1,\"speed\":0.5}]"
            .formatted(first, second);
    Api.Answer added =
        ADMIN.post(channel + "/ptz/tours", "{\"name\":\"Round\",\"stops\":" + stops + "}");
    assertThat(added.status()).as(added.text()).isEqualTo(200);
    String tour = "/ptz/tours/" + added.json().getString("token");
    assertThat(put(ADMIN, tour + "/run", "{\"act\":\"START\"}").status()).isEqualTo(204);
    Await.until("the first stop", 10, () -> pan() == -0.5);
    Await.until("the second stop", 10, () -> pan() == 0.5);
    assertThat(ADMIN.get(channel + "/ptz/tours").items().get(0).getString("state"))
        .isEqualTo("Touring");
    assertThat(put(ADMIN, tour + "/run", "{\"act\":\"PAUSE\"}").status()).isEqualTo(204);
    assertThat(camera("ptz").getString("tour")).isEqualTo("Paused");
    put(ADMIN, "/ptz/position", "{\"home\":true}");
    assertThat(camera("ptz").getString("tour")).isEqualTo("Idle");
    assertThat(ADMIN.post(channel + "/ptz/tours", "{\"name\":\"x\",\"stops\":[]}").status())
        .isEqualTo(400);
    assertThat(ADMIN.change("DELETE", channel + tour, null, "").status()).isEqualTo(204);
    assertThat(ADMIN.get(channel + "/ptz/tours").items()).isEmpty();
    for (String token : List.of(first, second)) {
      ADMIN.change("DELETE", channel + "/ptz/presets/" + token, null, "");
    }
  }

  private static double pan() {
    return camera("ptz").getJsonNumber("pan").doubleValue();
  }

  private static String preset(String name, double pan) {
    put(ADMIN, "/ptz/position", "{\"pan\":" + pan + ",\"tilt\":0,\"zoom\":0}");
    return ADMIN
        .post(channel + "/ptz/presets", "{\"name\":\"" + name + "\"}")
        .json()
        .getString("token");
  }

  /** The simulated picture is 0.36 of the pan range wide at zoom 0, see PtzHead. */
  @Test
  void aBoxOnThePictureIsCentredAndComesCloser() {
    put(ADMIN, "/ptz/position", "{\"pan\":0,\"tilt\":0,\"zoom\":0}");
    String box = "{\"left\":0.5,\"top\":0.25,\"width\":0.5,\"height\":0.5}";
    Api.Answer aimed = put(ADMIN, "/ptz/view", box);
    assertThat(aimed.status()).as(aimed.text()).isEqualTo(200);
    JsonObject head = camera("ptz");
    assertThat(head.getJsonNumber("pan").doubleValue()).isEqualTo(0.09, within(1e-3));
    assertThat(head.getJsonNumber("tilt").doubleValue()).isZero();
    assertThat(head.getJsonNumber("zoom").doubleValue()).isEqualTo(1.0 / 19, within(1e-3));
    assertThat(put(ADMIN, "/ptz/view", "{\"left\":0.9,\"width\":0.5}").status()).isEqualTo(400);
  }

  @Test
  void aHeadThatDoesNotKnowItsViewIsTurnedByAnEstimate() throws Exception {
    quirk("no-fov");
    assertThat(ADMIN.get(channel + "/ptz/features").json().getBoolean("exactAim")).isFalse();
    put(ADMIN, "/ptz/position", "{\"pan\":0,\"tilt\":0,\"zoom\":0}");
    assertThat(put(ADMIN, "/ptz/view", "{\"left\":1,\"top\":0.5}").status()).isEqualTo(200);
    assertThat(pan()).isEqualTo(30.0 / 180, within(1e-3));
  }

  @Test
  void aCameraWithoutImagingIsSaidSo() throws Exception {
    quirk("no-imaging");
    Api.Answer refused = ADMIN.get(channel + "/imaging");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().getString("detail")).contains("no service for this");
  }
}
