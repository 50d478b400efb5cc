package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemIT {
  @Test
  void theSystemTellsItsVersionNodesServicesAndVolumes() {
    JsonObject system = Api.administrator().get("/system").json();
    assertThat(system.getString("version")).matches("\\d+\\.\\d+\\.\\d+.*");
    JsonObject node = system.getJsonArray("nodes").getJsonObject(0);
    assertThat(node.getString("name")).isEqualTo("node1");
    assertThat(node.getJsonArray("services").getValuesAs(JsonObject.class))
        .allSatisfy(s -> assertThat(s.getString("state")).as(s.toString()).isNotEqualTo("DOWN"))
        .extracting(s -> s.getString("name"))
        .containsExactly("database", "messaging", "media", "recording", "sign-in");
    JsonObject volume = system.getJsonArray("volumes").getJsonObject(0);
    assertThat(volume.getString("state")).isEqualTo("READY");
  }

  @Test
  void healthIsAtTheServersOwnEndpoint() throws Exception {
    HttpResponse<String> answer =
        Api.CLIENT.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:29990/health/ready")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"UP\"");
  }

  @Test
  void aSecondStartFindsItRunning() {
    assertThat(LynceusServer.command(60, "start", "--demo")).contains("is running");
  }

  @Test
  void theKeyOfAnotherPageIsRefusedWithAReason() {
    for (String list : List.of("/jobs", "/events", "/deletions", "/tags", "/devices")) {
      Api.Answer refused = Api.administrator().get(list + "?after=eAp5");
      assertThat(refused.status()).as(list).isEqualTo(400);
      assertThat(refused.text()).as(list).contains("\"after\"");
    }
  }
}
