package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsersIT {
  private static final String OPERATOR_ROLE = "00000000-0000-7000-8000-000000000003";
  private final Api api = Api.administrator();

  private static String user(String name, boolean enabled, String... roles) {
    return Json.createObjectBuilder()
        .add("username", name)
        .add("firstName", "Test")
        .add("enabled", enabled)
        .add("ptzLevel", 6)
        .add("roleIds", Json.createArrayBuilder(List.of(roles)))
        .build()
        .toString();
  }

  private JsonObject add(String name) {
    Api.Answer added = api.post("/users", user(name, true, OPERATOR_ROLE));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json();
  }

  @AfterEach
  void removeTestUsers() {
    for (JsonObject user : api.get("/users?q=users-it").items()) {
      String tag = "\"" + user.getInt("version") + "\"";
      assertThat(api.change("DELETE", "/users/" + user.getString("id"), tag, "").status())
          .isEqualTo(204);
    }
  }

  @Test
  void aUserIsAddedInKeycloakAndHereWithAPasswordShownOnce() {
    JsonObject added = add("users-it-anna");
    String password = added.getString("password");
    assertThat(password).matches("[A-Z]\\S{4}-\\d\\S{4}-\\S{5}-\\S{5}");
    JsonObject user = added.getJsonObject("user");
    assertThat(user.getBoolean("mustChangePassword")).isTrue();
    assertThat(user.getInt("ptzLevel")).isEqualTo(6);
    assertThat(user.getJsonArray("roleIds").getString(0)).isEqualTo(OPERATOR_ROLE);
    assertThat(api.get("/users?q=users-it-an").items()).hasSize(1);
    assertThat(api.get("/users/" + user.getString("id")).text()).doesNotContain(password);
    assertThat(api.get("/audit-entries?action=user.add&limit=1").text())
        .contains("users-it-anna")
        .doesNotContain(password);
    assertThat(LynceusServer.command(30, "logs", "wildfly")).doesNotContain(password);
    assertThat(api.post("/users", user("users-it-anna", true)).status()).isEqualTo(400);

    Api.Answer reset = api.post("/users/" + user.getString("id") + "/password", "");
    assertThat(reset.status()).isEqualTo(200);
    assertThat(reset.json().getString("password")).isNotEqualTo(password);
  }

  @Test
  void aChangeNeedsTheNewestVersionAndDisablesInKeycloakToo() {
    JsonObject user = add("users-it-ben").getJsonObject("user");
    String path = "/users/" + user.getString("id");
    String tag = api.get(path).header("ETag");
    assertThat(api.put(path, null, user("users-it-ben", false)).status()).isEqualTo(428);
    assertThat(api.put(path, "\"99\"", user("users-it-ben", false)).status()).isEqualTo(412);
    assertThat(api.put(path, tag, user("users-it-ben", false)).status()).isEqualTo(200);
    assertThat(api.get(path).json().getBoolean("enabled")).isFalse();
  }

  @Test
  void theLastAdministratorStaysAndAnOperatorManagesNobody() {
    JsonObject admin =
        api.get("/users?q=admin").items().stream()
            .filter(user -> user.getString("username").equals("admin"))
            .findFirst()
            .orElseThrow();
    String path = "/users/" + admin.getString("id");
    String tag = api.get(path).header("ETag");
    Api.Answer refused = api.put(path, tag, user("admin", false));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("last administrator");
    assertThat(api.change("DELETE", path, tag, "").status()).isEqualTo(409);

    Api operator = new Api(LynceusServer.token("--operator"));
    assertThat(operator.get("/users").status()).isEqualTo(403);
    assertThat(operator.post(path + "/password", "").status()).isEqualTo(403);
  }

  @Test
  void whatPeopleMayChooseAsPasswordIsTold() {
    assertThat(api.get("/users/password-policy").json().getJsonArray("rules").toString())
        .contains("length(12)");
  }
}
