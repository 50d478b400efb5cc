package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Encoders and texts of the simulated camera 7, which plays another clip when its codec or size is
 * set; what it was told is asked there.
 */
class DeviceConfigIT {
  private static final int CAMERA = 7;
  private static final Api ADMIN = Api.administrator();
  private static final Api OPERATOR = new Api(LynceusServer.token("--operator"));
  private JsonObject device;
  private String channel;

  @BeforeEach
  void add() {
    device = ADMIN.addOnvif("Set", CAMERA);
    channel = Api.channelOf(device);
  }

  @AfterEach
  void putBack() throws Exception {
    quirks("");
    set("enc-main", "{\"codec\":\"H264\",\"width\":1280,\"height\":720,\"bitRate\":2048}");
    overlays().stream()
        .filter(one -> one.getString("kind").equals("PLAIN"))
        .forEach(one -> ADMIN.change("DELETE", path("/overlays/" + one.getString("id")), null, ""));
    ADMIN.remove(ADMIN.get("/devices/" + device.getString("id")).json());
  }

  private String path(String rest) {
    return "/channels/" + channel + rest;
  }

  private static void quirks(String words) throws Exception {
    Api.simulator("/cameras/" + CAMERA + "/quirks", words);
  }

  /** Services are learned with the connection: the device is asked anew what it has. */
  private void quirksOfServices(String words) throws Exception {
    quirks(words);
    ADMIN.post("/devices/" + device.getString("id") + "/management/clock", "{}");
  }

  private Api.Answer set(String encoder, String body) {
    return ADMIN.change("PUT", path("/encoders/" + encoder), null, body);
  }

  private JsonObject encoder(String role) {
    Api.Answer answer = ADMIN.get(path("/encoders"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.items().stream()
        .filter(one -> one.getString("role").equals(role))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject cameraSays(String encoder) {
    return Api.simulatorSays("/cameras/" + CAMERA + "/encoders").getJsonObject(encoder);
  }

  private List<JsonObject> overlays() {
    Api.Answer answer = ADMIN.get(path("/overlays"));
    return answer.status() == 200 ? answer.items() : List.of();
  }

  private String codecs() {
    return ADMIN
        .get("/devices/" + device.getString("id"))
        .json()
        .getJsonArray("channels")
        .getJsonObject(0)
        .getJsonArray("streams")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(s -> s.getString("videoCodec") + " " + s.getInt("width") + "x" + s.getInt("height"))
        .collect(Collectors.joining(", "));
  }

  @Test
  void whatTheDeviceOffersIsToldForEachStream() {
    JsonObject main = encoder("MAIN");
    assertThat(main.getJsonObject("now").getString("codec")).isEqualTo("H264");
    assertThat(main.getJsonArray("offers")).hasSize(3);
    assertThat(encoder("SUB").getJsonArray("offers")).hasSize(1);
    assertThat(OPERATOR.get(path("/encoders")).status()).isEqualTo(403);
    assertThat(set("enc-main", "{\"bitRate\":9000}").status()).isEqualTo(400);
    assertThat(set("enc-main", "{\"codec\":\"AV1\"}").status()).isEqualTo(400);
    assertThat(set("enc-main", "{}").status()).isEqualTo(400);
    assertThat(set("none", "{\"bitRate\":512}").status()).isEqualTo(404);
    assertThat(ADMIN.get("/channels/00000000-0000-7000-8000-00000000dead/encoders").status())
        .isEqualTo(404);
  }

  @Test
  void ratesAreSetReadBackAndAuditedAndWhatTheDeviceRoundsIsSaid() throws Exception {
    Api.Answer set =
        set(
            "enc-main",
            "{\"bitRate\":1000,\"frameRate\":12.5,\"keyInterval\":40,\"quality\":7,\"profile\":\"High\",\"constantBitRate\":true}");
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    assertThat(set.json().getJsonArray("otherwise")).isEmpty();
    assertThat(cameraSays("enc-main").toString())
        .contains("\"bitRate\":1000", "\"frameRate\":12.5", "\"keyInterval\":40")
        .contains("\"profile\":\"High\"", "\"constant\":true");
    quirks("rounds");
    JsonObject rounded = set("enc-main", "{\"bitRate\":900,\"frameRate\":25}").json();
    assertThat(rounded.getJsonArray("otherwise").toString()).isEqualTo("[\"bitRate\"]");
    assertThat(rounded.getJsonObject("now").getInt("bitRate")).isEqualTo(1024);
    String noted = ADMIN.get("/audit-entries?action=device.encoder&limit=1").text();
    assertThat(noted).contains("1000").contains("1024").contains("enc-main");
  }

  @Test
  void media1IsSetToo() throws Exception {
    quirksOfServices("no-media2,needs-persistence");
    assertThat(encoder("MAIN").getJsonArray("offers")).hasSize(2);
    Api.Answer set = set("enc-main", "{\"bitRate\":512,\"keyInterval\":30,\"frameRate\":10}");
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    assertThat(set.json().getJsonArray("otherwise")).as(set.text()).isEmpty();
    assertThat(cameraSays("enc-main").toString())
        .contains("\"bitRate\":512", "\"keyInterval\":30", "\"frameRate\":10");
    quirksOfServices("");
  }

  @Test
  void aRefusalOfTheDeviceIsToldInItsWords() throws Exception {
    quirks("no-h265");
    Api.Answer refused = set("enc-main", "{\"codec\":\"H265\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("H.265 needs a licence").contains("device-refused");
  }

  @Test
  void anotherCodecIsFollowedByRecordingWithoutAnybodysHelp() throws Exception {
    Instant since = Instant.now();
    record(true);
    Await.until("a first stretch", 90, () -> recorded(since).equals(List.of("avc1 1280")));
    Api.Answer set = set("enc-main", "{\"codec\":\"H265\"}");
    assertThat(set.status()).as(set.text()).isEqualTo(200);
    assertThat(set.json().getJsonObject("now").getInt("width")).isEqualTo(640);
    Await.until("the new description", 30, () -> codecs().equals("H265 640x360, H264 320x180"));
    Await.until(
        "a stretch in the other codec",
        90,
        () -> recorded(since).equals(List.of("avc1 1280", "hvc1 640")));
    assertThat(set("enc-main", "{\"codec\":\"H264\",\"width\":1280,\"height\":720}").status())
        .isEqualTo(200);
    Await.until("the first codec again", 90, () -> recorded(since).size() == 3);
    quirks("in-band");
    assertThat(set("enc-main", "{\"width\":320,\"height\":180}").status()).isEqualTo(200);
    Await.until("the new description", 30, () -> codecs().equals("H264 320x180, H264 320x180"));
    Await.until(
        "the other size in the same connection",
        90,
        () -> recorded(since).equals(List.of("avc1 1280", "hvc1 640", "avc1 1280", "avc1 320")));
    record(false);
  }

  private void record(boolean on) {
    Api.Answer recording = ADMIN.get(path("/recording"));
    assertThat(
            ADMIN
                .change(
                    "PUT", path("/recording"), recording.header("ETag"), "{\"enabled\":" + on + "}")
                .status())
        .isEqualTo(200);
  }

  /** Codec and width of each stretch that was recorded, by what a player gets to see of it. */
  private List<String> recorded(Instant since) {
    Api.Answer playlist =
        ADMIN.get(path("/playback.m3u8?from=" + since + "&to=" + Instant.now().plusSeconds(60)));
    List<String> stretches = new ArrayList<>();
    Matcher map =
        Pattern.compile("#EXT-X-MAP:URI=\"([^\"]+)\"(?:,BYTERANGE=\"(\\d+)@(\\d+)\")?")
            .matcher(playlist.status() == 200 ? playlist.text() : "");
    while (map.find()) {
      var request = ADMIN.request(path("/" + map.group(1)));
      if (map.group(2) != null) {
        long from = Long.parseLong(map.group(3));
        request.header("Range", "bytes=" + from + "-" + (from + Long.parseLong(map.group(2)) - 1));
      }
      String stretch = stretch(ADMIN.send(request).response().body());
      if (stretches.isEmpty() || !stretches.get(stretches.size() - 1).equals(stretch)) {
        stretches.add(stretch);
      }
    }
    return stretches;
  }

  /** The sample entry of an initialisation segment: its name, and the width 24 bytes behind it. */
  private static String stretch(byte[] init) {
    String text = new String(init, StandardCharsets.ISO_8859_1);
    for (String codec : List.of("avc1", "hvc1", "hev1")) {
      int at = text.indexOf(codec, text.indexOf("stsd"));
      if (at > 0) {
        int width = (init[at + 28] & 0xff) << 8 | init[at + 29] & 0xff;
        return codec.replace("hev1", "hvc1") + " " + width;
      }
    }
    return "?";
  }

  @Test
  void textsAreAddedChangedAndRemovedWithinWhatTheDeviceOffers() throws Exception {
    JsonObject first = ADMIN.get(path("/overlays")).json();
    assertThat(first.getJsonObject("offer").getInt("most")).isEqualTo(4);
    assertThat(first.getJsonArray("items").getJsonObject(0).getString("kind"))
        .isEqualTo("DATE_AND_TIME");
    Api.Answer added =
        ADMIN.post(
            path("/overlays"),
            "{\"kind\":\"PLAIN\",\"text\":\"Gate <1> & \u5927\u95e8\",\"position\":\"UPPER_LEFT\",\"fontSize\":24}");
    assertThat(added.status()).as(added.text()).isEqualTo(200);
    String id = added.json().getJsonObject("now").getString("id");
    assertThat(written(id).getString("text")).isEqualTo("Gate <1> & \u5927\u95e8");
    Api.Answer moved =
        ADMIN.change(
            "PUT",
            path("/overlays/" + id),
            null,
            "{\"kind\":\"PLAIN\",\"text\":\"Gate\",\"position\":\"CUSTOM\",\"x\":-0.5,\"y\":0.25}");
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    assertThat(moved.json().getJsonArray("otherwise")).isEmpty();
    assertThat(written(id).getString("x")).isEqualTo("-0.5");
    assertThat(text("second", "UPPER_LEFT").status()).isEqualTo(200);
    Api.Answer full = text("third", "LOWER_LEFT");
    assertThat(full.status()).isEqualTo(409);
    assertThat(full.text()).contains("overlay-full");
    assertThat(ADMIN.change("DELETE", path("/overlays/" + id), null, "").status()).isEqualTo(204);
    assertThat(ADMIN.change("DELETE", path("/overlays/" + id), null, "").status()).isEqualTo(404);
    assertThat(overlays()).noneMatch(one -> one.getString("id").equals(id));
    assertThat(text("x".repeat(101), "LOWER_LEFT").status()).isEqualTo(400);
    assertThat(OPERATOR.get(path("/overlays")).status()).isEqualTo(403);
    assertThat(ADMIN.get("/audit-entries?action=device.overlay.remove&limit=1").text())
        .contains("Gate");
  }

  private Api.Answer text(String text, String position) {
    return ADMIN.post(
        path("/overlays"),
        "{\"kind\":\"PLAIN\",\"text\":\"%s\",\"position\":\"%s\"}".formatted(text, position));
  }

  private static JsonObject written(String id) {
    return Api.simulatorSays("/cameras/" + CAMERA + "/overlays").getJsonObject(id);
  }

  @Test
  void theNameOfTheChannelIsWrittenOnceAndReplacedWhenItChanges() throws Exception {
    JsonObject done = name("LOWER_LEFT").json().getJsonObject("written");
    assertThat(done.getJsonObject("now").getString("text")).isEqualTo("Set");
    assertThat(name("LOWER_LEFT").json()).doesNotContainKey("written");
    String path = "/devices/" + device.getString("id");
    ADMIN.change("PATCH", path, ADMIN.get(path).header("ETag"), "{\"name\":\"Set anew\"}");
    JsonObject again = name("LOWER_LEFT").json().getJsonObject("written");
    assertThat(again.getJsonObject("now").getString("id"))
        .isEqualTo(done.getJsonObject("now").getString("id"));
    assertThat(written(again.getJsonObject("now").getString("id")).getString("text"))
        .isEqualTo("Set anew");
    Api.Answer taken = name("UPPER_RIGHT");
    assertThat(taken.status()).as("the name is there already").isEqualTo(200);
    quirks("forgets-position,cuts-text");
    ADMIN.change("PATCH", path, ADMIN.get(path).header("ETag"), "{\"name\":\"A longer name\"}");
    assertThat(name("UPPER_RIGHT").text()).contains("overlay-taken");
    JsonObject cut = name("UPPER_LEFT").json().getJsonObject("written");
    assertThat(cut.getJsonArray("otherwise").toString()).isEqualTo("[\"text\"]");
    assertThat(cut.getJsonObject("now").getString("text")).isEqualTo("A longer");
  }

  private Api.Answer name(String position) {
    return ADMIN.post(path("/overlays/name"), "{\"position\":\"" + position + "\"}");
  }

  @Test
  void whereMedia2KnowsNoTextsMedia1IsAskedAndWhereNoneDoesIsSaid() throws Exception {
    quirks("osd-at-media1");
    assertThat(ADMIN.get(path("/overlays")).status()).isEqualTo(200);
    quirks("no-osd");
    Api.Answer none = ADMIN.get(path("/overlays"));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.text()).contains("does not know GetOSDs");
  }

  @Test
  void manyDevicesAreSetAlikeEachWithWhatBecameOfIt() throws Exception {
    JsonObject other = ADMIN.addOnvif("Set too", 6);
    try {
      quirks("rounds,cuts-text");
      String ids =
          "\"deviceIds\":[\"" + device.getString("id") + "\",\"" + other.getString("id") + "\"]";
      assertThat(
              batch(
                  "{\"act\":\"ENCODERS\","
                      + ids
                      + ",\"encoders\":{\"stream\":\"SUB\",\"bitRate\":300}}"))
          .isEqualTo("FAILED encoder-otherwise, DONE ");
      assertThat(
              batch(
                  "{\"act\":\"ENCODERS\","
                      + ids
                      + ",\"encoders\":{\"stream\":\"SUB\",\"codec\":\"H265\"}}"))
          .isEqualTo("FAILED not-done, FAILED not-done");
      assertThat(batch("{\"act\":\"NAMES\"," + ids + ",\"position\":\"LOWER_RIGHT\"}"))
          .isEqualTo("DONE , DONE ");
      assertThat(Api.simulatorSays("/cameras/6/overlays").toString())
          .contains("\"Set too\"")
          .contains("LowerRight");
      assertThat(ADMIN.post("/device-batches", "{\"act\":\"NAMES\"," + ids + "}").status())
          .isEqualTo(400);
      assertThat(ADMIN.get("/audit-entries?action=device.overlay.name&limit=2").text())
          .contains("order of ");
    } finally {
      for (JsonObject one : ADMIN.get("/channels/" + Api.channelOf(other) + "/overlays").items()) {
        if (one.getString("kind").equals("PLAIN")) {
          ADMIN.change(
              "DELETE",
              "/channels/" + Api.channelOf(other) + "/overlays/" + one.getString("id"),
              null,
              "");
        }
      }
      ADMIN.remove(ADMIN.get("/devices/" + other.getString("id")).json());
    }
  }

  private static String batch(String order) throws Exception {
    Api.Answer made = ADMIN.post("/device-batches", order);
    assertThat(made.status()).as(made.text()).isEqualTo(202);
    String batch = "/device-batches/" + made.json().getString("id");
    Await.until(
        "the batch to end",
        60,
        () -> {
          JsonObject now = ADMIN.get(batch).json();
          return now.getInt("done") + now.getInt("failed") == now.getInt("total");
        });
    return ADMIN.get(batch + "/items").items().stream()
        .map(
            item ->
                item.getString("state")
                    + " "
                    + (item.containsKey("reason")
                        ? item.getJsonObject("reason").getString("code")
                        : ""))
        .collect(Collectors.joining(", "));
  }
}
