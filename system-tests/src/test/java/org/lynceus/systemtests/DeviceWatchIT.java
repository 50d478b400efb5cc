package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.lynceus.simulator.Doorway;

/** Whether an ONVIF device is there, as its page tells it. */
class DeviceWatchIT {
  /** No camera of the demo: that would be left alone for a minute with another password. */
  private static final int CAMERA = 9;

  private final Api admin = Api.administrator();

  private JsonObject state(JsonObject device) {
    return admin.get("/devices/" + device.getString("id")).json();
  }

  private void awaitState(JsonObject device, String state, String reason) throws Exception {
    Await.until(
        state + " " + reason,
        60,
        () -> {
          JsonObject now = state(device);
          JsonObject told = now.getJsonObject("reason");
          return now.getString("state").equals(state)
              && (told == null ? "" : told.getString("code")).equals(reason);
        });
  }

  @Test
  void aDeviceThatGoesAndComesBackIsToldWithItsReasonAlthoughItsStreamRuns() throws Exception {
    String password = LynceusServer.secret("simulator-password");
    try (Doorway door = new Doorway(LynceusServer.ONVIF_PORT)) {
      String url = "http://127.0.0.1:" + door.port() + "/onvif/" + CAMERA + "/device_service";
      Api.Answer added =
          admin.post(
              "/devices",
              Api.onvif("Behind a door", CAMERA, password)
                  .replaceFirst("http://[^\"]*", url.replace("/", "\\/")));
      assertThat(added.status()).as(added.text()).isEqualTo(201);
      JsonObject device = added.json();
      try {
        awaitState(device, "ONLINE", "");
        door.shut();
        awaitState(device, "OFFLINE", "refused");
        JsonObject channel = state(device).getJsonArray("channels").getJsonObject(0);
        assertThat(channel.getString("state")).isEqualTo("OFFLINE");
        door.openAgain();
        awaitState(device, "ONLINE", "");
        assertThat(
                admin.get("/events?deviceId=" + device.getString("id")).items().stream()
                    .map(event -> event.getString("type")))
            .contains("DEVICE_OFFLINE", "DEVICE_ONLINE");
        door.shut();
        awaitState(device, "OFFLINE", "refused");
        Api.simulator("/cameras/" + CAMERA + "/password", "changed at the device");
        door.openAgain();
        awaitState(device, "OFFLINE", "unauthorized");
        Api.simulator("/cameras/" + CAMERA + "/password", password);
        String check = "/devices/" + device.getString("id") + "/management/check";
        assertThat(admin.post(check, "{}").status()).isEqualTo(204);
        awaitState(device, "ONLINE", "");
      } finally {
        Api.simulator("/cameras/" + CAMERA + "/password", password);
        admin.remove(state(device));
      }
    }
  }
}
