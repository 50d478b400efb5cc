package org.lynceus.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

/** Calls the API of a running center as one of the clients that {@code ./lynceus token} knows. */
final class BenchCaller {
  private static final long FRESH_NANOS = Duration.ofSeconds(40).toNanos();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String kind;
  private volatile String token = "";
  private volatile long tokenTaken;

  /**
   * @param kind the option that chooses the client: {@code --admin}, {@code --user}
   */
  BenchCaller(String url, String kind) {
    this.url = url;
    this.kind = kind;
  }

  String get(String path) throws IOException, InterruptedException {
    return answered(path, request(path).build());
  }

  String post(String path, String json) throws IOException, InterruptedException {
    return answered(
        path,
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  Stream<String> lines(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofLines()).body();
  }

  private String answered(String path, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String path) throws IOException {
    if (token.isEmpty() || System.nanoTime() - tokenTaken > FRESH_NANOS) {
      Process asked = new ProcessBuilder("./lynceus", "token", kind).start();
      token = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      tokenTaken = System.nanoTime();
    }
    return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
        .timeout(Duration.ofMinutes(10))
        .header("X-Requested-With", "lynceus")
        .header("Authorization", "Bearer " + token);
  }
}
