package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Kills Keycloak while cameras are recorded and brings it back after a while ({@code
 * lynceus.outage.keycloak.seconds}): who is signed in goes on working, the center says what is
 * away, and no second is missing.
 */
@Order(Integer.MAX_VALUE - 2)
@Longer
class KeycloakOutageIT {
  private static final int SECONDS = Integer.getInteger("lynceus.outage.keycloak.seconds", 15);

  private static String signIn(Api api) {
    return api
        .get("/system")
        .json()
        .getJsonArray("nodes")
        .getJsonObject(0)
        .getJsonArray("services")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(service -> service.getString("name").equals("sign-in"))
        .findFirst()
        .orElseThrow()
        .getString("state");
  }

  @Test
  void recordingGoesOnWithoutKeycloakWithoutAGap() throws Exception {
    Api signedIn = Api.administrator();
    Footage footage = Footage.ofGate(signedIn);
    Instant from = footage.underWay();

    LynceusServer.kill("keycloak");
    Await.until("sign-in to be down", 60, () -> signIn(signedIn).equals("DOWN"));
    Footage.last(SECONDS);
    assertThat(signedIn.get("/channels/" + footage.channel()).json().getString("state"))
        .isEqualTo("ONLINE");
    assertThat(signedIn.get("/users").status()).isEqualTo(503);
    assertThat(footage.until()).isAfter(from);
    Instant back = Instant.now();
    LynceusServer.start();

    Api after = Api.administrator();
    Await.until("sign-in to be up", 60, () -> signIn(after).equals("UP"));
    new Footage(after, footage.channel()).isComplete(from, back);
  }
}
