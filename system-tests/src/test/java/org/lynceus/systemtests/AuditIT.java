package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditIT {
  private final Api api = Api.administrator();

  /** As somebody who owns the database can, past the triggers. */
  private static void behindTheBack(String sql) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + LynceusServer.DB_PORT + "/lynceus";
    try (Connection connection =
            DriverManager.getConnection(
                url, "postgres", LynceusServer.secret("db-superuser-password"));
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private List<JsonObject> entries(String query) {
    return api.get("/audit-entries?" + query).items();
  }

  private JsonObject group(String name) {
    Api.Answer added = api.post("/volume-groups", "{\"name\":\"" + name + "\"}");
    assertThat(added.status()).isEqualTo(201);
    return added.json();
  }

  private void remove(JsonObject group) {
    String tag = "\"" + group.getInt("version") + "\"";
    assertThat(api.change("DELETE", "/volume-groups/" + group.getString("id"), tag, "").status())
        .isEqualTo(204);
  }

  @Test
  void anActIsAnEntryWithWhoFromWhereAndWhatAndARefusedOneToo() {
    JsonObject group = group("=Audited 1");
    String id = group.getString("id");
    try {
      JsonObject entry = entries("action=recording.group.add&objectId=" + id).get(0);
      assertThat(entry.getString("by")).isEqualTo("service-account-lynceus-cli");
      assertThat(entry.getString("address")).isEqualTo("127.0.0.1");
      assertThat(entry.getString("subject")).isNotEmpty();
      assertThat(entry.getString("after")).contains("=Audited 1");

      Api operator = new Api(LynceusServer.token("--operator"));
      assertThat(operator.post("/volume-groups", "{\"name\":\"Refused\"}").status()).isEqualTo(403);
      assertThat(entries("result=REFUSED&by=operator&action=request").get(0).getString("object"))
          .isEqualTo("POST /volume-groups");
      assertThat(operator.get("/audit-entries").status()).isEqualTo(403);
      assertThat(operator.get("/audit-entries/verification").status()).isEqualTo(403);

      Api.Answer csv = api.get("/audit-entries/export.csv?objectId=" + id);
      assertThat(csv.header("Content-Type")).startsWith("text/csv");
      assertThat(csv.text()).contains(",'=Audited 1,");
      assertThat(entries("action=audit.export")).isNotEmpty();
    } finally {
      remove(group);
    }
  }

  @Test
  void pagesContinueWithoutHolesOrRepetitions() {
    Api.Answer first = api.get("/audit-entries?limit=2");
    Api.Answer second = api.get("/audit-entries?limit=2&after=" + first.json().getString("next"));
    List<JsonObject> both = entries("limit=100");
    String last = first.items().get(1).getString("id");
    int at = both.stream().map(e -> e.getString("id")).toList().indexOf(last);
    assertThat(second.items().get(0).getString("id")).isEqualTo(both.get(at + 1).getString("id"));
  }

  @Test
  void theCommandNamesARowThatWasAlteredPastTheTriggers() throws Exception {
    JsonObject group = group("Audited 2");
    String id = group.getString("id");
    remove(group);
    String entry = entries("action=recording.group.add&objectId=" + id).get(0).getString("id");
    Await.until(
        "the entry to be sealed",
        60,
        () -> api.get("/audit-entries/verification").json().getInt("waiting") == 0);
    String head = api.get("/audit-entries/verification").json().getString("head");
    assertThat(LynceusServer.command(60, "audit", "verify", "--head", head)).contains("is intact");

    behindTheBack("update audit_entry set object = 'Audited 3' where id = " + entry);
    assertThatThrownBy(() -> LynceusServer.command(60, "audit", "verify"))
        .hasMessageContaining("NOT INTACT (ALTERED)")
        .hasMessageContaining("Entry " + entry + " ");
    behindTheBack("update audit_entry set object = 'Audited 2' where id = " + entry);
    assertThat(LynceusServer.command(60, "audit", "verify")).contains("is intact");

    assertThatThrownBy(
            () ->
                LynceusServer.command(
                    60, "audit", "verify", "--head", "999999999:" + head.split(":")[1]))
        .hasMessageContaining("CUT_OFF");
  }
}
