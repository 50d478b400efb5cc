package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Lets the broker deliver nothing and take nothing while cameras are recorded ({@code
 * lynceus.outage.broker.seconds}): the embedded broker cannot be stopped and started alone, so its
 * queue is paused and each send to it is refused. Recording goes on, the center says what is held,
 * and every event comes when the broker is back.
 */
@Order(Integer.MAX_VALUE - 3)
@Longer
class BrokerOutageIT {
  private static final int SECONDS = Integer.getInteger("lynceus.outage.broker.seconds", 15);
  private static final String BROKER = "/subsystem=messaging-activemq/server=default";
  private static final String QUEUE = BROKER + "/jms-queue=lynceus.device.event";
  private static final String ADDRESSES = BROKER + "/address-setting=jms.queue.lynceus.#";

  private final Api api = Api.administrator();

  private static String setting(String name, String value) {
    return ADDRESSES + ":write-attribute(name=" + name + ",value=" + value + ")";
  }

  private JsonObject messaging() {
    return api
        .get("/system")
        .json()
        .getJsonArray("nodes")
        .getJsonObject(0)
        .getJsonArray("services")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(service -> service.getString("name").equals("messaging"))
        .findFirst()
        .orElseThrow();
  }

  private String state(String channel) {
    return api.get("/channels/" + channel).json().getString("state");
  }

  @Test
  void recordingGoesOnWithoutTheBrokerAndEveryEventComesLater() throws Exception {
    Footage footage = Footage.ofGate(api);
    Instant from = footage.underWay();
    JsonObject device = api.addCamera("Seen through an outage", 6);
    String channel = Api.channelOf(device);
    Await.until("camera 6 to be online", 60, () -> state(channel).equals("ONLINE"));
    Await.until(
        "its event to be stored",
        60,
        () -> api.eventsOf(device, Instant.EPOCH).contains("DEVICE_ONLINE"));

    Instant away = Instant.now();
    LynceusServer.manage(
        QUEUE + ":pause", setting("address-full-policy", "FAIL"), setting("max-size-bytes", "1"));
    try {
      Api.simulator("/cameras/6/offline");
      Await.until("camera 6 to be offline", 60, () -> state(channel).equals("OFFLINE"));
      Api.simulator("/cameras/6/online");
      Await.until("camera 6 to be back", 60, () -> state(channel).equals("ONLINE"));
      Await.until(
          "the center to say that the broker refuses",
          60,
          () ->
              messaging().getString("state").equals("DOWN")
                  && messaging().getString("detail").contains("held"));
      Footage.last(SECONDS);
      assertThat(api.eventsOf(device, away)).isEmpty();
    } finally {
      LynceusServer.manage(
          setting("max-size-bytes", "52428800"),
          setting("address-full-policy", "PAGE"),
          QUEUE + ":resume");
    }
    Instant back = Instant.now();

    Await.until(
        "both events to come, in order",
        90,
        () -> api.eventsOf(device, away).equals(List.of("DEVICE_ONLINE", "DEVICE_OFFLINE")));
    Await.until("messaging to be up", 60, () -> messaging().getString("state").equals("UP"));
    footage.isComplete(from, back);
    api.remove(device);
  }
}
