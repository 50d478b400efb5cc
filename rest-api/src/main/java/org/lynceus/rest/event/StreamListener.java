package org.lynceus.rest.event;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmSight;
import org.lynceus.event.StoredEvent;

/**
 * One reader of the event stream: a bounded queue and one write under way. A reader for whom more
 * than {@value #BOUND} characters wait is disconnected; it comes back with its last id and gets the
 * rest.
 */
final class StreamListener implements Consumer<List<StoredEvent>> {
  static final int BOUND = 2_000_000;

  private record Waiting(OutboundSseEvent event, int length) {}

  private final SseEventSink sink;
  private final Sse sse;
  private final EventSight sight;
  private final Function<List<StoredEvent>, Written<StoredEvent>> writer;
  private final Supplier<AlarmSight> eyes;
  private final BooleanSupplier signedIn;
  private final Runnable whenGone;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int waitingLength;
  private boolean writing;
  private boolean held = true;

  /** A listener that collects events but writes none until {@link #begin}. */
  StreamListener(
      SseEventSink sink,
      Sse sse,
      EventSight sight,
      Function<List<StoredEvent>, Written<StoredEvent>> writer,
      Supplier<AlarmSight> eyes,
      BooleanSupplier signedIn,
      Runnable whenGone) {
    this.sink = sink;
    this.sse = sse;
    this.sight = sight;
    this.writer = writer;
    this.eyes = eyes;
    this.signedIn = signedIn;
    this.whenGone = whenGone;
  }

  /** Writes what the reader missed, then what was collected meanwhile, then everything new. */
  synchronized void begin(@Nullable OutboundSseEvent missed) {
    if (missed != null) {
      waiting.addFirst(new Waiting(missed, 0));
    }
    held = false;
    write();
  }

  @Override
  public void accept(List<StoredEvent> events) {
    if (signedIn.getAsBoolean()) {
      OutboundSseEvent message = message(sse, sight, writer.apply(events));
      if (message != null) {
        put(message);
      }
    }
  }

  /**
   * Tells of alarms that were raised or changed, those he sees in one message; it has no id,
   * because it is not repeated.
   */
  void tell(Written<Alarm> alarms) {
    if (!signedIn.getAsBoolean()) {
      return;
    }
    AlarmSight sees = eyes.get();
    String seen = alarms.seen(sees::sees);
    if (seen != null) {
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

  /** Those he sees, in one message with the id of the last one; null when he sees none. */
  static @Nullable OutboundSseEvent message(
      Sse sse, EventSight sight, Written<StoredEvent> written) {
    String seen = written.seen(sight.now());
    List<StoredEvent> events = written.items();
    return seen == null
        ? null
        : sse.newEventBuilder()
            .id(Long.toString(events.get(events.size() - 1).id()))
            .name("device-events")
            .data(seen)
            .build();
  }

  private void put(OutboundSseEvent event) {
    if (!taken(event)) {
      gone();
    }
  }

  private synchronized boolean taken(OutboundSseEvent event) {
    int length = ((String) event.getData()).length();
    if (sink.isClosed() || waitingLength + length > BOUND) {
      return false;
    }
    waiting.add(new Waiting(event, length));
    waitingLength += length;
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
    Waiting next = waiting.remove();
    waitingLength -= next.length();
    var unused = sink.send(next.event()).whenComplete((done, problem) -> written(problem));
  }

  private synchronized void written(@Nullable Throwable problem) {
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
