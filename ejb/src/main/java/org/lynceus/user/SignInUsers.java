package org.lynceus.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Json;

/** The users of the realm in Keycloak: reads and writes them. Knows nothing of rights here. */
@ApplicationScoped
public class SignInUsers {
  /** The center's own realm roles; which of them a user has is shown. */
  static final List<String> KNOWN_ROLES = List.of("lynceus-admin", "lynceus-operator");

  private static final String ENTRY_ROLE = "lynceus-user";

  @Inject private KeycloakClient keycloak;

  /** Users whose name, first or last name or e-mail holds the text, by user name. */
  List<SignInUser> search(@Nullable String q, int first, int max) {
    String search =
        q == null || q.isBlank() ? "" : "&search=" + KeycloakClient.encode("*" + q.strip() + "*");
    JsonArray found =
        array(keycloak.require("GET", "/users?first=" + first + "&max=" + max + search, null));
    Map<UUID, Set<String>> roles = rolesOfUsers();
    return found.getValuesAs(JsonObject.class).stream()
        .map(SignInUsers::user)
        .map(user -> user.with(roles.getOrDefault(user.id(), Set.of())))
        .toList();
  }

  SignInUser user(UUID id) {
    KeycloakClient.Answer answer = keycloak.require("GET", "/users/" + id, null);
    if (!(answer.body() instanceof JsonObject found)) {
      throw DomainException.notFound("user");
    }
    return user(found).with(new HashSet<>(realmRoles(id)));
  }

  /** All realm roles of a user, composite ones resolved. */
  List<String> realmRoles(UUID id) {
    return array(keycloak.require("GET", "/users/" + id + "/role-mappings/realm/composite", null))
        .getValuesAs(JsonObject.class)
        .stream()
        .map(role -> role.getString("name"))
        .toList();
  }

  /** The names of a user's groups with a leading slash. */
  List<String> groups(UUID id) {
    return array(keycloak.require("GET", "/users/" + id + "/groups", null))
        .getValuesAs(JsonObject.class)
        .stream()
        .map(group -> group.getString("path", group.getString("name")))
        .toList();
  }

  /** Makes a user who may sign in with a password that he must change at once. */
  UUID add(UserDraft draft, String password) {
    JsonObject body =
        Json.createObjectBuilder(body(draft))
            .add("username", draft.username())
            .add("emailVerified", true)
            .add("requiredActions", Json.createArrayBuilder().add("UPDATE_PASSWORD"))
            .add("credentials", Json.createArrayBuilder().add(credential(password)))
            .build();
    KeycloakClient.Answer answer = keycloak.call("POST", "/users", body);
    if (answer.status() == 409) {
      throw DomainException.invalid("/username", "There is a user of this name or e-mail already.");
    }
    if (!answer.ok()) {
      throw DomainException.invalid("/username", "Keycloak refuses this: " + answer.fault() + ".");
    }
    UUID id = UUID.fromString(answer.location().substring(answer.location().lastIndexOf('/') + 1));
    try {
      admit(id);
    } catch (DomainException e) {
      remove(id);
      throw e;
    }
    return id;
  }

  /** Gives the realm role without which nobody is let in. */
  private void admit(UUID id) {
    KeycloakClient.Answer role = keycloak.get("/roles/" + ENTRY_ROLE);
    if (role.body() instanceof JsonObject found && role.ok()) {
      keycloak.require(
          "POST",
          "/users/" + id + "/role-mappings/realm",
          Json.createArrayBuilder().add(found).build());
    }
  }

  void change(UUID id, UserDraft draft) {
    KeycloakClient.Answer answer = keycloak.call("PUT", "/users/" + id, body(draft));
    if (answer.status() == 404) {
      throw DomainException.notFound("user");
    }
    if (!answer.ok()) {
      throw DomainException.invalid("/email", "Keycloak refuses this: " + answer.fault() + ".");
    }
  }

  void enable(UUID id, boolean enabled) {
    keycloak.require(
        "PUT", "/users/" + id, Json.createObjectBuilder().add("enabled", enabled).build());
  }

  /** Sets a password that must be changed at the next sign-in. */
  void password(UUID id, String password) {
    keycloak.require("PUT", "/users/" + id + "/reset-password", credential(password));
  }

  /**
   * Ends all of a user's sessions at Keycloak, one by one; his refresh tokens are worth nothing
   * then. Keycloak's one call for it would also give the user a "not before", which the next
   * sign-in of his makes WildFly apply to the tokens of everybody.
   */
  void endSessions(UUID id) {
    array(keycloak.require("GET", "/users/" + id + "/sessions", null))
        .getValuesAs(JsonObject.class)
        .forEach(session -> endSession(session.getString("id")));
  }

  /** Ends one session at Keycloak; one that has ended already is fine. */
  public void endSession(String sid) {
    KeycloakClient.Answer answer =
        keycloak.call("DELETE", "/sessions/" + KeycloakClient.encode(sid), null);
    if (answer.status() != 404) {
      KeycloakClient.requireOk(answer);
    }
  }

  void remove(UUID id) {
    keycloak.require("DELETE", "/users/" + id, null);
  }

  /** Enabled users who have the realm role of administrators. */
  Set<UUID> administrators() {
    Set<UUID> found = new HashSet<>();
    for (JsonObject user : withRole("lynceus-admin")) {
      if (user.getBoolean("enabled", false)
          && !user.getString("username", "").startsWith("service-account-")) {
        found.add(UUID.fromString(user.getString("id")));
      }
    }
    return found;
  }

  /** The rules of the realm's password policy, as Keycloak writes them. */
  List<String> passwordPolicy() {
    KeycloakClient.Answer realm = keycloak.require("GET", "", null);
    String policy =
        realm.body() instanceof JsonObject object ? object.getString("passwordPolicy", "") : "";
    return Arrays.stream(policy.split(" and "))
        .map(String::strip)
        .filter(rule -> !rule.isEmpty())
        .toList();
  }

  private Map<UUID, Set<String>> rolesOfUsers() {
    Map<UUID, Set<String>> roles = new HashMap<>();
    for (String role : KNOWN_ROLES) {
      for (JsonObject user : withRole(role)) {
        roles
            .computeIfAbsent(UUID.fromString(user.getString("id")), key -> new HashSet<>())
            .add(role);
      }
    }
    return roles;
  }

  private List<JsonObject> withRole(String role) {
    KeycloakClient.Answer answer = keycloak.get("/roles/" + role + "/users?max=1000");
    return answer.ok() ? array(answer).getValuesAs(JsonObject.class) : List.of();
  }

  private static JsonArray array(KeycloakClient.Answer answer) {
    return answer.body() instanceof JsonArray found ? found : JsonValue.EMPTY_JSON_ARRAY;
  }

  private static JsonObject credential(String password) {
    return Json.createObjectBuilder()
        .add("type", "password")
        .add("value", password)
        .add("temporary", true)
        .build();
  }

  private static JsonObject body(UserDraft draft) {
    JsonObjectBuilder body = Json.createObjectBuilder().add("enabled", draft.enabled());
    body.add("firstName", draft.firstName() == null ? "" : draft.firstName());
    body.add("lastName", draft.lastName() == null ? "" : draft.lastName());
    body.add("email", draft.email() == null ? "" : draft.email());
    return body.build();
  }

  private static SignInUser user(JsonObject user) {
    List<String> actions = new ArrayList<>();
    if (user.get("requiredActions") instanceof JsonArray required) {
      required.getValuesAs(JsonString.class).forEach(action -> actions.add(action.getString()));
    }
    return new SignInUser(
        UUID.fromString(user.getString("id")),
        user.getString("username"),
        text(user, "firstName"),
        text(user, "lastName"),
        text(user, "email"),
        user.getBoolean("enabled", false),
        actions.contains("UPDATE_PASSWORD"),
        Set.of());
  }

  private static @Nullable String text(JsonObject user, String name) {
    String text = user.getString(name, "");
    return text.isEmpty() ? null : text;
  }
}
