package org.lynceus.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.OnvifProbe;
import org.lynceus.device.OnvifTarget;
import org.lynceus.media.Fault;
import org.lynceus.protocols.onvif.CameraSignal;
import org.lynceus.protocols.onvif.EventSubscription;
import org.lynceus.protocols.onvif.MediaProfile;
import org.lynceus.protocols.onvif.OnvifDevice;
import org.lynceus.protocols.onvif.OnvifEvent;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.protocols.onvif.SourceProfiles;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Reason;

/**
 * Makes facts of what one device tells: which channel is meant, what is news, whether its events
 * arrive at all. When they stop arriving, states that were active end with that reason.
 */
final class CameraHearer implements CameraListener.Hearer {
  /** A told time further away than this is not believed. */
  private static final Duration BELIEVED = Duration.ofMinutes(5);

  private static final int MOST_SOURCE = 200;

  private final UUID device;
  private final List<UUID> channels;
  private final Ids ids;
  private final Clock clock;
  private final Consumer<DeviceEvent> facts;
  private final Consumer<CameraSignalled> signals;
  private final SignalEdges edges = new SignalEdges();
  private Map<String, UUID> bySource = Map.of();
  private @Nullable Boolean online;

  /**
   * A hearer.
   *
   * @param channels of the device, in the order of their numbers
   */
  CameraHearer(
      UUID device,
      List<UUID> channels,
      Ids ids,
      Clock clock,
      Consumer<DeviceEvent> facts,
      Consumer<CameraSignalled> signals) {
    this.device = device;
    this.channels = channels;
    this.ids = ids;
    this.clock = clock;
    this.facts = facts;
    this.signals = signals;
  }

  /** Connects, learns which source is which channel, and makes a pull point. */
  EventSubscription open(OnvifProbe probe, OnvifTarget target) throws OnvifException {
    OnvifDevice connected = probe.connect(target.url(), target.credentials(), target.certificate());
    List<MediaProfile> profiles = connected.profiles();
    List<SourceProfiles> sources = SourceProfiles.of(profiles);
    Map<String, UUID> known = new HashMap<>();
    for (int i = 0; i < Math.min(sources.size(), channels.size()); i++) {
      UUID channel = channels.get(i);
      String source = sources.get(i).source();
      known.put(source, channel);
      profiles.stream()
          .filter(profile -> profile.source().equals(source))
          .forEach(profile -> known.putIfAbsent(profile.configuration(), channel));
    }
    bySource = Map.copyOf(known);
    return connected.subscribe();
  }

  @Override
  public void online() {
    if (!Boolean.TRUE.equals(online)) {
      online = true;
      tell(
          null,
          DeviceEventType.EVENTS_ONLINE,
          null,
          clock.instant(),
          null,
          null,
          EventAttributes.NONE);
    }
  }

  @Override
  public void offline(Fault fault) {
    offline(Reason.of(fault));
  }

  /** Knows by what sources the device names its channels. */
  void sources(Map<String, UUID> known) {
    bySource = Map.copyOf(known);
  }

  void offline(Reason why) {
    Reason lost =
        new Reason("events-lost", "The device's events do not arrive; the state is not known.");
    for (CameraSignal signal : edges.forget()) {
      tell(signal, lost, clock.instant(), false, EventAttributes.NONE);
    }
    if (!Boolean.FALSE.equals(online)) {
      online = false;
      tell(
          null,
          DeviceEventType.EVENTS_OFFLINE,
          why,
          clock.instant(),
          null,
          null,
          EventAttributes.NONE);
    }
  }

  @Override
  public void heard(List<OnvifEvent> events) {
    Instant now = clock.instant();
    for (OnvifEvent event : events) {
      CameraSignal.of(event)
          .filter(signal -> edges.news(signal, now))
          .ifPresent(
              signal ->
                  tell(
                      signal,
                      null,
                      time(event.at(), now),
                      signal.active(),
                      EventAttributes.ofDevice(event.data())));
    }
    tellDropped(now);
  }

  /** The same of a device that names no times. */
  void told(List<CameraSignal> told) {
    Instant now = clock.instant();
    told.stream()
        .filter(signal -> edges.news(signal, now))
        .forEach(signal -> tell(signal, null, now, signal.active(), EventAttributes.NONE));
    tellDropped(now);
  }

  private void tellDropped(Instant now) {
    int dropped = edges.takeDropped();
    if (dropped > 0) {
      String text =
          "The device tells more than "
              + SignalEdges.MOST_IN_A_MINUTE
              + " events a minute; "
              + dropped
              + " were left out.";
      tell(
          null,
          DeviceEventType.EVENTS_DROPPED,
          new Reason("events-dropped", text),
          now,
          null,
          null,
          EventAttributes.NONE);
    }
  }

  private static Instant time(@Nullable Instant told, Instant now) {
    return told == null || Duration.between(told, now).abs().compareTo(BELIEVED) > 0 ? now : told;
  }

  private void tell(
      CameraSignal signal,
      @Nullable Reason reason,
      Instant at,
      @Nullable Boolean active,
      EventAttributes attributes) {
    UUID channel = channel(signal);
    String type = signal.code();
    String source = signal.source();
    tell(
        channel,
        type,
        reason,
        at,
        source.isEmpty() ? null : source.substring(0, Math.min(source.length(), MOST_SOURCE)),
        active,
        attributes);
    if (channel != null) {
      signals.accept(new CameraSignalled(channel, type, active));
    }
  }

  /** Of a device with one channel everything is about that. */
  private @Nullable UUID channel(CameraSignal signal) {
    return channels.size() == 1 ? channels.get(0) : bySource.get(signal.source());
  }

  private void tell(
      @Nullable UUID channel,
      String type,
      @Nullable Reason reason,
      Instant at,
      @Nullable String source,
      @Nullable Boolean active,
      EventAttributes attributes) {
    facts.accept(
        new DeviceEvent(ids.next(), device, channel, type, reason, at, source, active, attributes));
  }
}
