package org.lynceus.event.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.ChannelRecord;
import org.lynceus.device.DeviceQueries;
import org.lynceus.event.DeviceEvent;
import org.lynceus.event.DeviceEventPublisher;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/**
 * Takes events that other systems tell and hands them to the queue. Each is judged on its own. What
 * was told before is handed over again, since the queue may have been away then; it is stored once.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.EVENT_SEND)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventIntake {
  /** The most events at once. */
  public static final int MOST = 1000;

  private static final Logger LOG = System.getLogger(EventIntake.class.getName());

  @Inject private Rights rights;
  @Inject private DeviceQueries devices;
  @Inject private SentKeys keys;
  @Inject private DeviceEventPublisher queue;
  @Inject private Clock clock;

  /**
   * What became of one event.
   *
   * @param uid what the center calls it, null when it was refused
   * @param known whether this sender told it before
   * @param problem why it was refused
   */
  public record Taken(
      @Nullable String id, @Nullable UUID uid, boolean known, @Nullable DomainException problem) {}

  /**
   * Returns when the queue has all that are not refused; unavailable when it does not take them.
   */
  public List<Taken> take(List<SentEvent> events) {
    Instant now = clock.instant();
    Map<UUID, UUID> deviceOf = devicesOf(events);
    Set<UUID> seen = devicesNamed(events);
    List<@Nullable DomainException> problems = new ArrayList<>();
    events.forEach(event -> problems.add(problem(event, now, deviceOf.keySet(), seen)));
    List<String> accepted = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (problems.get(i) == null) {
        accepted.add(Objects.requireNonNull(events.get(i).id()));
      }
    }
    Map<String, SentKeys.Key> known =
        accepted.isEmpty() ? Map.of() : keys.keys(rights.caller().name(), accepted);
    List<Taken> taken = new ArrayList<>();
    List<DeviceEvent> batch = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (int i = 0; i < events.size(); i++) {
      SentEvent event = events.get(i);
      SentKeys.Key key = problems.get(i) == null ? known.get(event.id()) : null;
      if (key == null) {
        taken.add(new Taken(event.id(), null, false, problems.get(i)));
        continue;
      }
      boolean first = told.add(Objects.requireNonNull(event.id()));
      taken.add(new Taken(event.id(), key.uid(), key.known() || !first, null));
      if (first) {
        UUID channel = event.channelId();
        UUID device = channel == null ? event.deviceId() : deviceOf.get(channel);
        batch.add(IntakeRule.fact(key.uid(), event, device, now));
      }
    }
    publish(batch);
    return taken;
  }

  private Map<UUID, UUID> devicesOf(List<SentEvent> events) {
    List<UUID> channels =
        events.stream().map(SentEvent::channelId).filter(Objects::nonNull).distinct().toList();
    Map<UUID, UUID> deviceOf = new HashMap<>();
    for (ChannelRecord channel : devices.channels(channels)) {
      deviceOf.put(channel.id(), channel.deviceId());
    }
    return deviceOf;
  }

  private Set<UUID> devicesNamed(List<SentEvent> events) {
    List<UUID> named =
        events.stream().map(SentEvent::deviceId).filter(Objects::nonNull).distinct().toList();
    return devices.names(named).keySet();
  }

  /** Who may everywhere may not tell of what is nowhere: only what exists can be told of. */
  private @Nullable DomainException problem(
      SentEvent event, Instant now, Set<UUID> channels, Set<UUID> known) {
    try {
      IntakeRule.check(event, now);
      UUID channel = event.channelId();
      UUID device = event.deviceId();
      if (channel != null) {
        rights.require(Function.EVENT_SEND, channel);
        exists(channels, channel, "channel");
      } else if (device != null) {
        rights.requireDevice(Function.EVENT_SEND, device);
        exists(known, device, "device");
      } else {
        rights.requireEverywhere(Function.EVENT_SEND);
      }
      return null;
    } catch (DomainException e) {
      return e;
    }
  }

  private static void exists(Set<UUID> known, UUID id, String what) {
    if (!known.contains(id)) {
      throw DomainException.notFound(what);
    }
  }

  private void publish(List<DeviceEvent> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      queue.publish(batch);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Events of another system were not taken by the queue", e);
      throw new DomainException(
          ProblemType.UNAVAILABLE,
          "The queue of events does not take them. Send the same again later: what arrived"
              + " already is not stored twice.");
    }
  }
}
