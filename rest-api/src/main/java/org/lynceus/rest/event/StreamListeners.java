package org.lynceus.rest.event;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.Alarm;
import org.lynceus.alarm.AlarmFeed;
import org.lynceus.alarm.AlarmSight;
import org.lynceus.event.EventFeed;
import org.lynceus.event.EventQueries;
import org.lynceus.event.StoredEvent;
import org.lynceus.rest.alarm.AlarmView;
import org.lynceus.rest.shared.JsonForm;
import org.lynceus.user.Caller;
import org.lynceus.user.CurrentCaller;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;
import org.lynceus.user.session.Sessions;

/** All readers of the event stream on this node: joins them to the feed and keeps them alive. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StreamListeners {
  /**
   * More missed events than this are not sent again: the reader is told to load everything anew.
   */
  private static final int REPLAY = 1000;

  @Inject private EventFeed feed;
  @Inject private EventQueries queries;
  @Inject private Rights rights;
  @Inject private CurrentCaller current;
  @Inject private Sessions sessions;
  @Inject private AlarmFeed alarms;
  private final Map<SseEventSink, StreamListener> listeners = new ConcurrentHashMap<>();
  private final Consumer<List<Alarm>> news = this::tellOfAlarms;
  private volatile Written<StoredEvent> written = write(List.of());

  @PostConstruct
  void start() {
    alarms.subscribe(news);
  }

  /** Joins a reader; {@code lastId} is the last event it saw, null when it is new. */
  @RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
  public void join(SseEventSink sink, Sse sse, @Nullable Long lastId) {
    Caller caller = rights.caller();
    EventSight sight = new EventSight(() -> rights.permits(caller));
    String sid = current.session() == null ? "" : current.session();
    StreamListener listener =
        new StreamListener(
            sink,
            sse,
            sight,
            this::written,
            () -> eyes(caller),
            () -> sessions.stillOpen(sid) == null,
            () -> leave(sink));
    listeners.put(sink, listener);
    long handedOut = feed.subscribe(listener);
    listener.begin(missed(sse, sight, lastId, handedOut));
    listener.ping();
  }

  private @Nullable OutboundSseEvent missed(
      Sse sse, EventSight sight, @Nullable Long lastId, long handedOut) {
    if (lastId == null || lastId == handedOut) {
      return null;
    }
    List<StoredEvent> events =
        lastId < handedOut
            ? queries.after(lastId, REPLAY + 1).stream().filter(e -> e.id() <= handedOut).toList()
            : List.of();
    if (lastId > handedOut || events.size() > REPLAY) {
      return sse.newEventBuilder().id(Long.toString(handedOut)).name("resync").data("{}").build();
    }
    return StreamListener.message(sse, sight, write(events));
  }

  /** The feed hands one list to all readers: its events are written once. */
  private Written<StoredEvent> written(List<StoredEvent> events) {
    Written<StoredEvent> known = written;
    if (known.items() != events) {
      known = write(events);
      written = known;
    }
    return known;
  }

  private static Written<StoredEvent> write(List<StoredEvent> events) {
    return new Written<>(events, event -> JsonForm.JSON.toJson(EventView.of(event)));
  }

  private void leave(SseEventSink sink) {
    StreamListener listener = listeners.remove(sink);
    if (listener != null) {
      feed.unsubscribe(listener);
    }
  }

  private void tellOfAlarms(List<Alarm> changed) {
    Written<Alarm> alarms =
        new Written<>(changed, alarm -> JsonForm.JSON.toJson(AlarmView.of(alarm)));
    listeners.values().forEach(listener -> listener.tell(alarms));
  }

  private AlarmSight eyes(Caller caller) {
    return new AlarmSight(rights.permits(caller), caller, rights.roles(caller));
  }

  /** Tells readers that the connection lives, and picks up events whose wake-up was lost. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void keepAlive() {
    listeners.values().forEach(StreamListener::ping);
    feed.wake();
  }

  /**
   * Parts with readers who were signed out, and tells the others when their rights were changed.
   */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  public void tellOfRights() {
    listeners.values().forEach(StreamListener::endIfSignedOut);
    listeners.values().forEach(StreamListener::tellOfRights);
  }

  @PreDestroy
  void stop() {
    alarms.unsubscribe(news);
    listeners.keySet().forEach(SseEventSink::close);
  }
}
