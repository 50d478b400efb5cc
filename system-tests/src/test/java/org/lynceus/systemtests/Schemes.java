package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Alarm schemes that tests add and remove. */
final class Schemes {
  static final JsonObject CENTER = Json.createObjectBuilder().add("kind", "CENTER").build();
  private static final Api ADMIN = Api.administrator();

  private Schemes() {}

  static JsonObject camera(String channel) {
    return Json.createObjectBuilder().add("kind", "CHANNEL").add("objectId", channel).build();
  }

  /** All day, of high priority, each event an alarm; to be added to. */
  static JsonObjectBuilder draft(String name, JsonObject source, String type) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("enabled", true)
        .add("priority", "HIGH")
        .add("templateId", "00000000-0000-7000-8000-000000000001")
        .add("sources", Json.createArrayBuilder().add(source))
        .add("types", Json.createArrayBuilder().add(type))
        .add("mergeSeconds", 0)
        .add("capSeconds", 600)
        .add("delayOnSeconds", 0)
        .add("delayOffSeconds", 0)
        .add("toRoles", Json.createArrayBuilder())
        .add("toUsers", Json.createArrayBuilder());
  }

  static JsonObject added(JsonObject draft) {
    Api.Answer added = ADMIN.post("/alarm-schemes", draft.toString());
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json();
  }

  /** Removes one that was not changed. */
  static void remove(JsonObject scheme) {
    ADMIN.change("DELETE", "/alarm-schemes/" + scheme.getString("id"), "\"1\"", "");
  }
}
