package org.lynceus.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A client of the API with a bearer token; knows nothing but HTTP and JSON. */
final class Api {
  /** What came back. */
  record Answer(int status, HttpResponse<byte[]> response) {
    JsonObject json() {
      try (JsonReader reader = Json.createReader(new ByteArrayInputStream(response.body()))) {
        return reader.readObject();
      }
    }

    String text() {
      return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    List<JsonObject> items() {
      return json().getJsonArray("items").getValuesAs(JsonObject.class);
    }
  }

  static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String token;
  private final String server;

  Api(String token) {
    this(token, LynceusServer.URL);
  }

  /** A client of one server of several. */
  Api(String token, String server) {
    this.token = token;
    this.server = server;
  }

  static Api administrator() {
    return new Api(LynceusServer.token());
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", "application/json, */*;q=0.5");
    return token == null ? builder : builder.header("Authorization", "Bearer " + token);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Answer get(String path) {
    return send(request(path));
  }

  Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  Answer put(String path, String ifMatch, String json) {
    return change("PUT", path, ifMatch, json);
  }

  Answer change(String method, String path, String ifMatch, String json) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json));
    return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
  }

  /** Adds a camera of the simulated site under a name. */
  JsonObject addCamera(String name, int number) {
    return add(camera(name, number, LynceusServer.secret("simulator-password")));
  }

  /** The same by its ONVIF side. */
  JsonObject addOnvif(String name, int number) {
    return add(onvif(name, number, LynceusServer.secret("simulator-password")));
  }

  private JsonObject add(String device) {
    Answer added = post("/devices", device);
    if (added.status() != 201) {
      throw new AssertionError(added.text());
    }
    return added.json();
  }

  static String camera(String name, int number, String password) {
    return device(
        name, "rtsp://127.0.0.1:" + LynceusServer.SIMULATOR_PORT + "/camera/" + number, password);
  }

  static String onvif(String name, int number, String password) {
    return device(
        name,
        "http://127.0.0.1:" + LynceusServer.ONVIF_PORT + "/onvif/" + number + "/device_service",
        password);
  }

  private static String device(String name, String url, String password) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("url", url)
        .add("username", "camera")
        .add("password", password)
        .build()
        .toString();
  }

  /** Makes the simulated site do something, for example {@code /cameras/3/offline}. */
  static void simulator(String act) throws IOException, InterruptedException {
    simulator(act, "");
  }

  /** The same with what the act needs to know. */
  static void simulator(String act, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + LynceusServer.CONTROL_PORT + act))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.body());
    }
  }

  /** What the simulated site says, for example {@code /cameras/3/ptz}. */
  static JsonObject simulatorSays(String path) {
    Answer answer =
        new Api(null)
            .send(
                HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + LynceusServer.CONTROL_PORT + path)));
    return answer.json();
  }

  void remove(JsonObject device) {
    String path = "/devices/" + device.getString("id");
    Answer removed = change("DELETE", path, get(path).header("ETag"), "");
    if (removed.status() != 204) {
      throw new AssertionError(removed.text());
    }
  }

  /** Types of the device's events since an instant, newest first. */
  List<String> eventsOf(JsonObject device, Instant since) {
    return get("/events?limit=100&deviceId=" + device.getString("id")).items().stream()
        .filter(event -> Instant.parse(event.getString("occurredAt")).isAfter(since))
        .map(event -> event.getString("type"))
        .toList();
  }

  static String channelOf(JsonObject device) {
    return device.getJsonArray("channels").getJsonObject(0).getString("id");
  }

  /** Switches recording and waits until it is so. */
  void record(String channel, boolean on) throws InterruptedException {
    String path = "/channels/" + channel + "/recording";
    Answer set = put(path, get(path).header("ETag"), "{\"enabled\":" + on + "}");
    if (set.status() != 200) {
      throw new AssertionError(set.text());
    }
    String wanted = on ? "RECORDING" : "NOT_PLANNED";
    Await.until(
        "channel to be " + wanted, 30, () -> get(path).json().getString("state").equals(wanted));
  }
}
