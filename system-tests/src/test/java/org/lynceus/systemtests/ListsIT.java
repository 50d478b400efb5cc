package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists of devices by pages, filters and orders, and the tree of cameras level by level. */
class ListsIT {
  private static final String ROOT = "00000000-0000-7000-8000-000000000001";
  private static final Api ADMIN = Api.administrator();
  private static final List<JsonObject> WAITED = new ArrayList<>();
  private static JsonObject site;
  private static JsonObject camera;

  @BeforeAll
  static void add() throws Exception {
    site = ADMIN.post("/sites", "{\"parentId\":\"" + ROOT + "\",\"name\":\"Long list\"}").json();
    for (int i = 1; i <= 5; i++) {
      Api.Answer added =
          ADMIN.post(
              "/devices",
              ("{\"name\":\"Waited for %d\",\"url\":\"autoreg:list-%d?streams=none\",\"siteId\":\"%s\","
                      + "\"username\":\"admin\",\"password\":\"long enough %d\"}")
                  .formatted(i, i, site.getString("id"), i));
      assertThat(added.status()).as(added.text()).isEqualTo(201);
      WAITED.add(added.json());
    }
    camera = ADMIN.addOnvif("Tree camera", 5);
    Api.Answer moved =
        ADMIN.post(
            "/sites/" + site.getString("id") + "/devices",
            "{\"deviceIds\":[\"" + camera.getString("id") + "\"]}");
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    Await.until(
        "the camera to be online",
        60,
        () ->
            list("&q=tree+camera").getJsonObject("totals").getInt("online") == 1
                && level("?site=" + site.getString("id")).getJsonObject("count").getInt("online")
                    == 1);
  }

  @AfterAll
  static void remove() {
    Stream.concat(WAITED.stream(), Stream.of(camera))
        .forEach(
            device -> {
              String path = "/devices/" + device.getString("id");
              ADMIN.change("DELETE", path, ADMIN.get(path).header("ETag"), "");
            });
    String path = "/sites/" + site.getString("id");
    ADMIN.change("DELETE", path, ADMIN.get(path).header("ETag"), "");
  }

  private static JsonObject list(String more) {
    return ADMIN.get("/devices?site=" + site.getString("id") + more).json();
  }

  private static List<String> names(String more) {
    return list(more).getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(device -> device.getString("name"))
        .toList();
  }

  private static JsonObject level(String query) {
    return ADMIN.get("/camera-tree" + query).json();
  }

  private static List<JsonObject> of(JsonObject level, String what) {
    return level.getJsonArray(what).getValuesAs(JsonObject.class);
  }

  @Test
  void pagesFollowEachOtherInEveryOrder() {
    for (String sort : List.of("NAME", "STATE", "ADDRESS", "MODEL", "SINCE")) {
      for (boolean down : new boolean[] {false, true}) {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
          JsonObject page = list("&limit=2&sort=" + sort + "&descending=" + down + after);
          of(page, "items").forEach(device -> seen.add(device.getString("name")));
          after = page.containsKey("next") ? "&after=" + page.getString("next") : "";
        } while (!after.isEmpty());
        assertThat(seen).as(sort + " " + down).hasSize(6).doesNotHaveDuplicates();
      }
    }
    assertThat(names("&descending=true"))
        .startsWith("Waited for 5", "Waited for 4")
        .endsWith("Tree camera");
  }

  @Test
  void aStateAReasonAProtocolAndWordsNarrowAndTotalsTellOfWhat() {
    assertThat(names("&state=ONLINE")).containsExactly("Tree camera");
    assertThat(names("&reason=not-registered")).hasSize(5);
    assertThat(names("&protocol=REGISTRATION&q=list-3")).containsExactly("Waited for 3");
    assertThat(names("&q=list-3+camera")).isEmpty();
    JsonObject totals = list("&state=OFFLINE&limit=1").getJsonObject("totals");
    assertThat(totals.getInt("matching")).isEqualTo(5);
    assertThat(totals.getInt("online")).isEqualTo(1);
    assertThat(totals.getInt("offline")).isEqualTo(5);
    JsonObject reason = of(totals, "reasons").get(0);
    assertThat(reason.getJsonObject("reason").getString("code")).isEqualTo("not-registered");
    assertThat(reason.getInt("count")).isEqualTo(5);
  }

  @Test
  void allThatMatchAreNamedAtOnce() {
    JsonObject choice = ADMIN.get("/device-sets?state=OFFLINE&site=" + site.getString("id")).json();
    assertThat(choice.getInt("total")).isEqualTo(5);
    assertThat(of(choice, "items").get(0).getString("name")).isEqualTo("Waited for 1");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThat(ADMIN.get("/devices?limit=0").status()).isEqualTo(400);
    assertThat(ADMIN.get("/devices?after=rubbish").status()).isEqualTo(400);
    assertThat(ADMIN.get("/devices?q=" + "x".repeat(201)).status()).isEqualTo(400);
  }

  @Test
  void someChannelsAreReadByTheirIds() {
    String id = Api.channelOf(camera);
    JsonObject found =
        ADMIN.get("/channels?id=" + id + "&id=00000000-0000-7000-8000-00000000dead").json();
    assertThat(of(found, "items")).extracting(one -> one.getString("id")).containsExactly(id);
  }

  @Test
  void theTreeTellsALevelWithCountsAndFindsByTheNameOfASite() {
    JsonObject here =
        of(level(""), "sites").stream()
            .filter(one -> one.getString("id").equals(site.getString("id")))
            .findFirst()
            .orElseThrow();
    assertThat(here.getJsonObject("count").getInt("total")).isEqualTo(1);
    JsonObject device = of(level("?site=" + site.getString("id")), "devices").get(0);
    assertThat(device.getString("id")).isEqualTo(camera.getString("id"));
    assertThat(of(device, "channels").get(0).getString("state")).isEqualTo("ONLINE");
    assertThat(of(level("?q=long+list+tree"), "devices"))
        .extracting(one -> one.getString("name"))
        .containsExactly("Tree camera");
    assertThat(of(level("?device=" + camera.getString("id")), "devices")).hasSize(1);
  }
}
