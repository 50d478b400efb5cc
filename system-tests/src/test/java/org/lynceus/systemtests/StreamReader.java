package org.lynceus.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A reader of {@code /stream}: the lines as they come. */
final class StreamReader implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Stream<String> stream;
  private final Thread thread = new Thread(this::read, "stream");

  /** Goes on after an event; null: from now on. */
  StreamReader(Api api, String lastEventId) throws IOException, InterruptedException {
    HttpRequest.Builder request = api.request("/stream").setHeader("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<Stream<String>> answer =
        Api.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    stream = answer.body();
    thread.start();
  }

  private void read() {
    try {
      stream.forEach(lines::add);
    } catch (UncheckedIOException e) {
      lines.add("closed");
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** How often something is in what was told. */
  long told(String words) {
    return lines.stream().filter(line -> line.startsWith("data:") && line.contains(words)).count();
  }

  @Override
  public void close() throws InterruptedException {
    stream.close();
    thread.join(5000);
  }
}
