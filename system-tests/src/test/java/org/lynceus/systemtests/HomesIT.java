package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.systemtests.CenterDatabase.sql;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A recorded device between this server and a second node, which is only its rows in the database:
 * what it is told to be is what the server sees of any other node.
 */
class HomesIT {
  private static final Api ADMIN = Api.administrator();
  private static JsonObject device;
  private static String channel;
  private static String own;

  @BeforeAll
  static void add() throws Exception {
    device = ADMIN.addOnvif("Moves between nodes", 7);
    channel = Api.channelOf(device);
    ADMIN.record(channel, true);
    sql(
        "insert into cluster_node (name, holder, started_at, seen_at) values ('east', 'east/1',"
            + " now(), now() + interval '1 h')");
    own =
        Await.value(
            "who drives it", 20, () -> now().containsKey("node") ? now().getString("node") : null);
  }

  @AfterAll
  static void remove() throws Exception {
    sql("delete from lease where node = 'east'");
    sql("delete from cluster_node where name = 'east'");
    ADMIN.remove(device);
  }

  private static JsonObject now() {
    return ADMIN.get("/devices/" + device.getString("id")).json();
  }

  private static JsonObject live(String node) {
    return ADMIN
        .post(
            "/device-sets/changes",
            "{\"deviceIds\":[\"%s\"],\"homeNode\":\"%s\"}".formatted(device.getString("id"), node))
        .items()
        .get(0);
  }

  private static long leases() throws SQLException {
    return sql(
        "select count(*) from lease where resource in ('device/"
            + device.getString("id")
            + "', 'recording/"
            + channel
            + "')");
  }

  private static String recording() {
    return ADMIN.get("/channels/" + channel + "/recording").json().getString("state");
  }

  /** What the other node would do: it takes what is free, for as long as it says. */
  private static void eastTakes(String howLong) throws SQLException {
    sql(
        "insert into lease (resource, holder, node, epoch, expires_at) select r, 'east/1', 'east',"
            + " 1, clock_timestamp() + interval '"
            + howLong
            + "' from unnest(array['device/"
            + device.getString("id")
            + "', 'recording/"
            + channel
            + "']) r");
  }

  @Test
  void aDeviceIsLeftToItsHomeTakenOverWhenThatDiesAndLeftAgainWhenItReturns() throws Exception {
    assertThat(live("east").getBoolean("done")).isTrue();
    Await.until("both leases to be given back", 20, () -> leases() == 0);
    assertThat(
            sql("select count(*) from segment where not closed and channel_id = '" + channel + "'"))
        .as("every file is closed and told by then")
        .isZero();
    eastTakes("4 s");
    assertThat(now().getString("node")).isEqualTo("east");
    assertThat(now().getString("homeNode")).isEqualTo("east");
    assertThat(now().getJsonObject("reason").getString("code")).isEqualTo("other-node");

    sql("update cluster_node set seen_at = now() - interval '11 s' where name = 'east'");
    Await.until("it to be taken over", 30, () -> now().getString("node", "").equals(own));
    Await.until("its recording to go on", 30, () -> recording().equals("RECORDING"));
    Await.until(
        "the time between to be a gap with its reason",
        20,
        () ->
            sql(
                    "select count(*) from recording_gap where reason = 'node-changed' and"
                        + " channel_id = '"
                        + channel
                        + "'")
                > 0);

    sql("update cluster_node set seen_at = now() + interval '1 h' where name = 'east'");
    Await.until("it to be given back to its home", 20, () -> leases() == 0);
    assertThat(live("").getBoolean("done")).isTrue();
    Await.until("it to be anybody's again", 20, () -> now().getString("node", "").equals(own));
    assertThat(now().containsKey("homeNode")).isFalse();
    Await.until("its recording to go on", 30, () -> recording().equals("RECORDING"));
    assertThat(ADMIN.get("/audit-entries?action=device.change&limit=5").items().toString())
        .contains("homeNode", "east");
  }

  @Test
  void anUnknownNodeIsRefusedAndNodesAreListed() {
    assertThat(live("nowhere").getBoolean("done")).isFalse();
    assertThat(ADMIN.get("/nodes").items())
        .extracting(node -> node.getString("name"), node -> node.getBoolean("here"))
        .contains(
            org.assertj.core.groups.Tuple.tuple("east", false),
            org.assertj.core.groups.Tuple.tuple(own, true));
  }
}
