package org.lynceus.recording;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lynceus.event.CameraSignalled;
import org.lynceus.event.DeviceEventType;
import org.lynceus.event.EventCatalogue;
import org.lynceus.event.EventCategory;
import org.lynceus.event.EventType;
import org.lynceus.media.LimitedLog;

/**
 * Records what cameras tell: motion for plans that wait for motion, other signals for plans that
 * wait for alarms. A signal that lasts is renewed until it ends.
 */
@ApplicationScoped
public class SignalRecording {
  private static final Logger LOG = System.getLogger(SignalRecording.class.getName());

  /** How long a signal counts for; renewed in half of it. */
  private static final int SECONDS = 10;

  /** What something in front of the camera, or at a contact, can be about. */
  private static final Set<EventCategory> SCENE =
      EnumSet.of(
          EventCategory.ANALYTICS,
          EventCategory.IO,
          EventCategory.VEHICLE,
          EventCategory.FACE,
          EventCategory.COUNTING,
          EventCategory.THERMAL,
          EventCategory.AUDIO);

  private record Lasting(UUID channel, String type) {}

  @Inject private TriggerService triggers;
  @Resource private ManagedScheduledExecutorService executor;
  private final LimitedLog failures = new LimitedLog(LOG, System::nanoTime);
  private final Map<Lasting, RecordingKind> lasting = new ConcurrentHashMap<>();
  private @Nullable ScheduledFuture<?> renewal;

  @PostConstruct
  void start() {
    renewal =
        executor.scheduleWithFixedDelay(
            () -> lasting.forEach((what, kind) -> trigger(what.channel(), kind)),
            SECONDS / 2,
            SECONDS / 2,
            TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (renewal != null) {
      renewal.cancel(false);
    }
  }

  void signalled(@Observes CameraSignalled signal) {
    RecordingKind kind = kind(signal.type());
    if (kind == null) {
      return;
    }
    Lasting what = new Lasting(signal.channelId(), signal.type());
    if (Boolean.FALSE.equals(signal.active())) {
      lasting.remove(what);
      return;
    }
    if (signal.active() != null) {
      lasting.put(what, kind);
    }
    executor.execute(() -> trigger(signal.channelId(), kind));
  }

  /** What a signal is recorded as; null when it is no reason to record. */
  static @Nullable RecordingKind kind(String code) {
    EventType type = EventCatalogue.known().type(code);
    if (type == null || code.equals(DeviceEventType.RELAY)) {
      return null;
    }
    if (code.startsWith(DeviceEventType.MOTION)) {
      return RecordingKind.MOTION;
    }
    return SCENE.contains(type.category()) || code.equals(DeviceEventType.TAMPER)
        ? RecordingKind.ALARM
        : null;
  }

  private void trigger(UUID channel, RecordingKind kind) {
    try {
      triggers.signalled(channel, kind, SECONDS);
    } catch (RuntimeException e) {
      failures.log(Level.WARNING, "A camera's signal could not be noted for recording", e);
    }
  }
}
