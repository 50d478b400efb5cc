package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Speech to simulated cameras: what was said here is asked there. */
class TalkIT {
  private static final Api ADMIN = Api.administrator();
  private static final String OPERATOR = LynceusServer.token("--operator");
  private static final String ADMINISTRATOR = LynceusServer.token();
  private static final int A_LAW = 7;
  private static final int MU_LAW = 8;
  private static final int DEAF = 3;
  private static JsonObject aLaw;
  private static JsonObject muLaw;

  @BeforeAll
  static void add() {
    aLaw = ADMIN.addOnvif("Listens in A-law", A_LAW);
    muLaw = ADMIN.addCamera("Listens in mu-law", MU_LAW);
  }

  @AfterAll
  static void remove() {
    ADMIN.remove(aLaw);
    ADMIN.remove(muLaw);
  }

  /** A talker of the tests. */
  static final class Talker implements WebSocket.Listener {
    final BlockingQueue<JsonObject> told = new LinkedBlockingQueue<>();
    final WebSocket socket;
    volatile int closed;
    private long said;

    Talker(String token, JsonObject device) {
      this("Authorization", "Bearer " + token, device);
    }

    /** Who he is, is told by a header. */
    Talker(String header, String value, JsonObject device) {
      socket =
          Api.CLIENT
              .newWebSocketBuilder()
              .header(header, value)
              .buildAsync(
                  URI.create(
                      LynceusServer.URL.replace("http", "ws")
                          + "/api/v1/channels/"
                          + Api.channelOf(device)
                          + "/talk"),
                  this)
              .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      told.add(Json.createReader(new StringReader(text.toString())).readObject());
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed = code;
      return null;
    }

    JsonObject next() throws InterruptedException {
      JsonObject one = told.poll(60, TimeUnit.SECONDS);
      assertThat(one).as("something told to the talker").isNotNull();
      return one;
    }

    /** Says a tone of 440 Hz as fast as it is spoken: 20 ms in each message. */
    void say(double seconds) {
      long start = System.nanoTime();
      for (int frame = 0; frame < seconds * 50; frame++) {
        ByteBuffer pcm = ByteBuffer.allocate(320);
        for (int i = 0; i < 160; i++) {
          int sample = (int) (8000 * Math.sin(2 * Math.PI * 440 * said++ / 8000));
          pcm.put((byte) sample).put((byte) (sample >> 8));
        }
        socket.sendBinary(pcm.flip(), true).join();
        long wait = start + (frame + 1) * 20_000_000L - System.nanoTime();
        java.util.concurrent.locks.LockSupport.parkNanos(Math.max(0, wait));
      }
    }

    void hangUp() {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
  }

  private static JsonObject heard(int camera) {
    return Api.simulatorSays("/cameras/" + camera + "/heard");
  }

  private static void arrives(JsonObject device, int camera, String codec) throws Exception {
    Talker talker = new Talker(OPERATOR, device);
    JsonObject open = talker.next();
    assertThat(open.getString("type")).as(open.toString()).isEqualTo("open");
    assertThat(open.getString("codec")).isEqualTo(codec);
    long before = heard(camera).getJsonNumber("packets").longValue();
    talker.say(2);
    Await.until(
        "what was said to be heard",
        20,
        () -> heard(camera).getJsonNumber("packets").longValue() >= before + 95);
    JsonObject now = heard(camera);
    assertThat(now.getInt("lost")).isZero();
    assertThat(now.getInt("hertz")).isBetween(400, 480);
    assertThat(now.getJsonNumber("level").doubleValue()).isBetween(0.1, 0.25);
    assertThat(now.getInt("talkers")).isEqualTo(1);
    talker.hangUp();
    letGo(camera);
  }

  private static void letGo(int camera) throws InterruptedException {
    Await.until("the camera to be let go", 20, () -> heard(camera).getInt("talkers") == 0);
  }

  @Test
  void aToneArrivesInALaw() throws Exception {
    arrives(aLaw, A_LAW, "PCMA");
    List<JsonObject> noted = ADMIN.get("/audit-entries?action=live.talk.end&limit=5").items();
    assertThat(noted.get(0).toString())
        .contains("operator")
        .contains("Listens in A-law")
        .contains("hung up");
  }

  @Test
  void aToneArrivesInMuLaw() throws Exception {
    arrives(muLaw, MU_LAW, "PCMU");
  }

  @Test
  void oneTalksAndTheOtherIsToldWho() throws Exception {
    Talker first = new Talker(OPERATOR, aLaw);
    assertThat(first.next().getString("type")).isEqualTo("open");
    Talker second = new Talker(ADMINISTRATOR, aLaw);
    JsonObject refused = second.next();
    assertThat(refused.getJsonObject("reason").getString("code")).isEqualTo("talk-held");
    assertThat(refused.getString("holder")).contains("operator");
    first.hangUp();
    letGo(A_LAW);
    Await.until(
        "the second to be let in",
        20,
        () -> {
          Talker again = new Talker(ADMINISTRATOR, aLaw);
          boolean open = again.next().getString("type").equals("open");
          again.hangUp();
          return open;
        });
  }

  @Test
  @Longer
  void silenceEndsATalk() throws Exception {
    Talker talker = new Talker(OPERATOR, muLaw);
    assertThat(talker.next().getString("type")).isEqualTo("open");
    JsonObject ended = talker.next();
    assertThat(ended.getJsonObject("reason").getString("code")).isEqualTo("talk-silent");
    assertThat(heard(MU_LAW).getInt("talkers")).isZero();
  }

  @Test
  void aDeafCameraIsSaidSo() throws Exception {
    JsonObject deaf = ADMIN.addCamera("Deaf", DEAF);
    try {
      JsonObject refused = new Talker(OPERATOR, deaf).next();
      assertThat(refused.getJsonObject("reason").getString("code")).isEqualTo("no-talk");
    } finally {
      ADMIN.remove(deaf);
    }
  }

  @Test
  void whoIsNotSignedInIsRefusedAndACameraThatIsNotThereIsSaidSo() throws Exception {
    assertThatThrownBy(
            () ->
                Api.CLIENT
                    .newWebSocketBuilder()
                    .buildAsync(
                        URI.create(
                            LynceusServer.URL.replace("http", "ws")
                                + "/api/v1/channels/"
                                + Api.channelOf(aLaw)
                                + "/talk"),
                        new WebSocket.Listener() {})
                    .join())
        .isInstanceOf(CompletionException.class);
    JsonObject nowhere =
        Json.createObjectBuilder()
            .add(
                "channels",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("id", java.util.UUID.randomUUID().toString())))
            .build();
    JsonObject ended = new Talker(OPERATOR, nowhere).next();
    assertThat(ended.getJsonObject("reason").getString("code")).isEqualTo("not-found");
  }
}
