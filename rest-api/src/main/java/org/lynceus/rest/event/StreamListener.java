package org.lynceus.rest.event;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmSight;
import org.lynceus.event.StoredEvent;

/**
 * One reader of the event stream: a bounded queue and one write under way. A reader that is more
 * than {@value #BOUND} events behind is disconnected; it comes back with its last id and gets the
 * rest.
 */
final class StreamListener implements Consumer<StoredEvent> {
  static final int BOUND = 2000;

  private final SseEventSink sink;
  private final Sse sse;
  private final EventSight sight;
  private final Supplier<AlarmSight> eyes;
  private final BooleanSupplier signedIn;
  private final Runnable whenGone;
  private final Deque<OutboundSseEvent> waiting = new ArrayDeque<>();
  private boolean writing;
  private boolean held = true;

  /** A listener that collects events but writes none until {@link #begin}. */
  StreamListener(
      SseEventSink sink,
      Sse sse,
      EventSight sight,
      Supplier<AlarmSight> eyes,
      BooleanSupplier signedIn,
      Runnable whenGone) {
    this.sink = sink;
    this.sse = sse;
    this.sight = sight;
    this.eyes = eyes;
    this.signedIn = signedIn;
    this.whenGone = whenGone;
  }

  /** Writes what the reader missed, then what was collected meanwhile, then everything new. */
  synchronized void begin(List<OutboundSseEvent> missed) {
    List<OutboundSseEvent> collected = List.copyOf(waiting);
    waiting.clear();
    waiting.addAll(missed);
    waiting.addAll(collected);
    held = false;
    write();
  }

  @Override
  public void accept(StoredEvent event) {
    if (signedIn.getAsBoolean() && sight.sees(event)) {
      put(event(sse, event));
    }
  }

  /**
   * Tells of alarms that were raised or changed, those he sees in one message; it has no id,
   * because it is not repeated.
   *
   * @param alarms each with its JSON
   */
  void tell(List<Map.Entry<Alarm, String>> alarms) {
    if (!signedIn.getAsBoolean()) {
      return;
    }
    AlarmSight sees = eyes.get();
    String seen =
        alarms.stream()
            .filter(alarm -> sees.sees(alarm.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(",", "[", "]"));
    if (seen.length() > 2) {
      put(sse.newEventBuilder().name("alarms").data(seen).build());
    }
  }

  /** Tells the reader when he has other rights than before. */
  void tellOfRights() {
    if (sight.changed()) {
      put(sse.newEventBuilder().name("rights").data("{}").build());
    }
  }

  /** Ends the stream of a reader who was signed out; coming back, he is told why. */
  void endIfSignedOut() {
    if (!signedIn.getAsBoolean()) {
      gone();
    }
  }

  void ping() {
    put(sse.newEventBuilder().name("ping").data("{}").build());
  }

  static OutboundSseEvent event(Sse sse, StoredEvent event) {
    return sse.newEventBuilder()
        .id(Long.toString(event.id()))
        .name("device-event")
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(EventView.class, EventView.of(event))
        .build();
  }

  private void put(OutboundSseEvent event) {
    if (!taken(event)) {
      gone();
    }
  }

  private synchronized boolean taken(OutboundSseEvent event) {
    if (sink.isClosed() || waiting.size() >= BOUND) {
      return false;
    }
    waiting.add(event);
    write();
    return true;
  }

  private synchronized void write() {
    if (writing || held || waiting.isEmpty()) {
      return;
    }
    if (sink.isClosed()) {
      waiting.clear();
      whenGone.run();
      return;
    }
    writing = true;
    var unused = sink.send(waiting.remove()).whenComplete((done, problem) -> written(problem));
  }

  private synchronized void written(@org.jspecify.annotations.Nullable Throwable problem) {
    writing = false;
    if (problem == null) {
      write();
    } else {
      waiting.clear();
      whenGone.run();
    }
  }

  /**
   * Never with the lock: closing waits for the lock of the connection, whose thread may be waiting
   * for ours to say that it has written.
   */
  private void gone() {
    synchronized (this) {
      waiting.clear();
    }
    whenGone.run();
    sink.close();
  }
}
