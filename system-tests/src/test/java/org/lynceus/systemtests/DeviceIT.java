package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceIT {
  private final Api api = Api.administrator();

  private int devices() {
    return api.get("/devices?limit=1000").items().size();
  }

  private static String body(String url, String user, String password) {
    return jakarta.json.Json.createObjectBuilder()
        .add("name", "Trial")
        .add("url", url)
        .add("username", user)
        .add("password", password)
        .build()
        .toString();
  }

  private void refused(String body, String code, String pointer) {
    int before = devices();
    for (String path : new String[] {"/devices", "/devices/probe"}) {
      Api.Answer answer = api.post(path, body);
      assertThat(answer.status()).as(answer.text()).isEqualTo(422);
      JsonObject problem = answer.json();
      assertThat(problem.getJsonObject("reason").getString("code")).isEqualTo(code);
      assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer"))
          .isEqualTo(pointer);
      assertThat(problem.getString("detail")).isNotBlank();
    }
    assertThat(devices()).isEqualTo(before);
  }

  @Test
  void aCameraIsAddedWithItsChannelAndComesOnline() throws Exception {
    JsonObject device = api.addCamera("Added by a test", 5);
    try {
      JsonObject channel = device.getJsonArray("channels").getJsonObject(0);
      JsonObject stream = channel.getJsonArray("streams").getJsonObject(0);
      assertThat(stream.getString("videoCodec")).isEqualTo("H264");
      assertThat(stream.getInt("width")).isEqualTo(1280);
      assertThat(stream.getInt("height")).isEqualTo(720);
      assertThat(device.containsKey("password")).isFalse();
      String path = "/devices/" + device.getString("id");
      Await.until(
          "the camera to be online",
          15,
          () -> api.get(path).json().getString("state").equals("ONLINE"));
    } finally {
      api.remove(device);
    }
  }

  @Test
  void aWrongPasswordIsToldAtThePassword() {
    refused(Api.camera("Trial", 1, "wrong"), "unauthorized", "/password");
  }

  @Test
  void missingCredentialsAreToldAtTheUser() {
    refused(
        "{\"name\":\"Trial\",\"url\":\"rtsp://127.0.0.1:28554/camera/1\"}",
        "unauthorized",
        "/username");
  }

  @Test
  void aPathThatDoesNotExistIsToldAtTheAddress() {
    refused(
        body(
            "rtsp://127.0.0.1:28554/camera/99",
            "camera",
            LynceusServer.secret("simulator-password")),
        "not-found",
        "/url");
  }

  @Test
  void aClosedPortIsTold() {
    refused(body("rtsp://127.0.0.1:9/camera", "u", "p"), "refused", "/url");
  }

  @Test
  void aHostThatDoesNotExistIsTold() {
    refused(body("rtsp://no-such-host.invalid/camera", "u", "p"), "unreachable", "/url");
  }

  @Test
  void aWebServerIsNoCamera() {
    refused(
        body("rtsp://127.0.0.1:" + LynceusServer.HTTP_PORT + "/", "u", "p"), "not-rtsp", "/url");
  }

  /** Answers every request with one fixed text. */
  private static final class Scripted implements AutoCloseable {
    private final ServerSocket socket;
    private final Thread thread;

    Scripted(String answer) throws IOException {
      socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      thread = new Thread(() -> serve(answer));
      thread.start();
    }

    private void serve(String answer) {
      while (!socket.isClosed()) {
        try (Socket client = socket.accept()) {
          byte[] buffer = new byte[4096];
          StringBuilder request = new StringBuilder();
          for (int n = client.getInputStream().read(buffer);
              n > 0;
              n = client.getInputStream().read(buffer)) {
            request.append(new String(buffer, 0, n, StandardCharsets.US_ASCII));
            if (request.indexOf("\r\n\r\n") >= 0) {
              String cseq = request.toString().replaceAll("(?s).*CSeq: *(\\d+).*", "$1");
              client
                  .getOutputStream()
                  .write(answer.replace("$CSEQ", cseq).getBytes(StandardCharsets.US_ASCII));
              client.getOutputStream().flush();
              request.setLength(0);
            }
          }
        } catch (IOException e) {
          assertThat(socket.isClosed() || e.getMessage() != null).isTrue();
        }
      }
    }

    String url() {
      return "rtsp://127.0.0.1:" + socket.getLocalPort() + "/stream";
    }

    @Override
    public void close() throws IOException, InterruptedException {
      socket.close();
      thread.join(5000);
    }
  }

  private static String describe(String media) {
    String sdp = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nt=0 0\r\n" + media;
    return "RTSP/1.0 200 OK\r\nCSeq: $CSEQ\r\nContent-Type: application/sdp\r\nContent-Length: "
        + sdp.length()
        + "\r\n\r\n"
        + sdp;
  }

  @Test
  void anUnsupportedCodecIsNamed() throws Exception {
    try (Scripted camera =
        new Scripted(
            describe("m=video 0 RTP/AVP 96\r\na=rtpmap:96 VP8/90000\r\na=control:t0\r\n"))) {
      refused(body(camera.url(), "u", "p"), "unsupported-codec", "/url");
      assertThat(
              api.post("/devices/probe", body(camera.url(), "u", "p")).json().getString("detail"))
          .contains("VP8");
    }
  }

  @Test
  void aStreamWithoutVideoIsTold() throws Exception {
    try (Scripted camera = new Scripted(describe("m=audio 0 RTP/AVP 0\r\na=control:t0\r\n"))) {
      refused(body(camera.url(), "u", "p"), "no-video", "/url");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"\",\"url\":\"rtsp://127.0.0.1/\"} | /name",
        "{\"url\":\"rtsp://127.0.0.1/\"} | /name",
        "{\"name\":\"x\",\"url\":\"ftp://127.0.0.1/\"} | /url",
        "{\"name\":\"x\",\"url\":\"rtsp://user:pw@127.0.0.1/\"} | /url",
        "{\"name\":\"x\",\"url\":\"rtsp://127.0.0.1/\",\"password\":\"p\"} | /username"
      })
  void aRequestThatBreaksRulesIsToldAtItsField(String body, String pointer) {
    Api.Answer answer = api.post("/devices", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo(pointer);
    assertThat(answer.text()).doesNotContain("pw@");
  }

  @Test
  void bodiesThatAreNoJsonAreRefused() {
    for (String body : new String[] {"", "{", "[]", "null", "\"x\"", "{\"name\":{}}"}) {
      Api.Answer answer = api.post("/devices", body);
      assertThat(answer.status()).as(body + " " + answer.text()).isEqualTo(400);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
  }

  @Test
  void aChangeNeedsTheVersionAndNoticesAnotherOne() throws Exception {
    JsonObject device = api.addCamera("Before", 6);
    String path = "/devices/" + device.getString("id");
    try {
      String etag = api.get(path).header("ETag");
      assertThat(api.change("PATCH", path, null, "{\"name\":\"After\"}").status()).isEqualTo(428);
      Api.Answer renamed = api.change("PATCH", path, etag, "{\"name\":\"After\"}");
      assertThat(renamed.status()).isEqualTo(200);
      assertThat(renamed.json().getString("name")).isEqualTo("After");
      assertThat(renamed.json().getJsonArray("channels").getJsonObject(0).getString("name"))
          .isEqualTo("After");
      assertThat(api.change("PATCH", path, etag, "{\"name\":\"Again\"}").status()).isEqualTo(412);
      assertThat(
              api.change("PATCH", path, renamed.header("ETag"), "{\"password\":\"bad\"}").status())
          .isEqualTo(422);
      assertThat(api.get(path).json().getString("name")).isEqualTo("After");
    } finally {
      api.remove(api.get(path).json());
    }
    assertThat(api.get(path).status()).isEqualTo(404);
  }

  @Test
  void aChannelIsReadByItsId() {
    JsonObject listed = api.get("/channels?limit=1").items().get(0);
    Api.Answer one = api.get("/channels/" + listed.getString("id"));
    assertThat(one.status()).isEqualTo(200);
    assertThat(one.json().getString("name")).isEqualTo(listed.getString("name"));
  }

  @Test
  void unknownAndUnreadableIdsAre404() {
    assertThat(api.get("/channels/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(api.get("/devices/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(api.get("/devices/nonsense").status()).isEqualTo(404);
    assertThat(api.get("/channels/" + UUID.randomUUID() + "/recording").status()).isEqualTo(404);
  }

  @Test
  void pagesCoverAllDevicesOnce() {
    List<String> paged = new ArrayList<>();
    String next = "";
    do {
      Api.Answer page = api.get("/devices?limit=3" + (next.isEmpty() ? "" : "&after=" + next));
      page.items().forEach(d -> paged.add(d.getString("id")));
      next = page.json().getString("next", "");
    } while (!next.isEmpty());
    List<String> whole =
        api.get("/devices?limit=1000").items().stream().map(d -> d.getString("id")).toList();
    assertThat(paged).containsExactlyElementsOf(whole);
    assertThat(api.get("/devices?limit=0").status()).isEqualTo(400);
    assertThat(api.get("/devices?limit=1001").status()).isEqualTo(400);
    assertThat(api.get("/devices?after=%00").status()).isEqualTo(400);
  }
}
