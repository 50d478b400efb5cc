package org.lynceus.simulator.onvif;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two outputs of a camera: {@code relay-1} stays as it is switched, {@code relay-2} falls back
 * after two seconds. Each change is an event.
 */
final class Relays {
  private static final int PULSE_SECONDS = 2;
  private static final String PULSE = "relay-2";

  private final PullPoints events;
  private final ScheduledExecutorService timer;
  private final Map<String, Boolean> active = new TreeMap<>(Map.of("relay-1", false, PULSE, false));
  private @Nullable ScheduledFuture<?> fallBack;

  Relays(PullPoints events, ScheduledExecutorService timer) {
    this.events = events;
    this.timer = timer;
  }

  /** Answers GetRelayOutputs and SetRelayOutputState; null: no such operation or output. */
  @Nullable String answer(String prefix, SoapRequest request) {
    return switch (request.operation()) {
      case "GetRelayOutputs" ->
          active.keySet().stream()
              .map(token -> described(prefix, token))
              .collect(Collectors.joining());
      case "SetRelayOutputState" -> {
        String state = request.text("LogicalState");
        if (!state.equals("active") && !state.equals("inactive")) {
          throw new IllegalArgumentException("no state of a relay");
        }
        yield set(request.text("RelayOutputToken"), state.equals("active")) ? "" : null;
      }
      default -> null;
    };
  }

  private static String described(String prefix, String token) {
    boolean pulse = token.equals(PULSE);
    return ("<%1$s:RelayOutputs token=\"%2$s\"><tt:Properties><tt:Mode>%3$s</tt:Mode><tt:DelayTime>PT%4$dS</tt:DelayTime>"
            + "<tt:IdleState>open</tt:IdleState></tt:Properties></%1$s:RelayOutputs>")
        .formatted(prefix, token, pulse ? "Monostable" : "Bistable", pulse ? PULSE_SECONDS : 0);
  }

  private synchronized boolean set(String token, boolean on) {
    if (!active.containsKey(token)) {
      return false;
    }
    ScheduledFuture<?> pending = token.equals(PULSE) ? fallBack : null;
    if (pending != null) {
      pending.cancel(false);
    }
    if (token.equals(PULSE) && on) {
      fallBack = timer.schedule(() -> change(PULSE, false), PULSE_SECONDS, TimeUnit.SECONDS);
    }
    change(token, on);
    return true;
  }

  private synchronized void change(String token, boolean on) {
    if (!Boolean.valueOf(on).equals(active.put(token, on))) {
      events.fire(token.replace('-', ' ') + (on ? " on" : " off"));
    }
  }

  synchronized String status() {
    return active.entrySet().stream()
        .map(one -> "\"%s\":%b".formatted(one.getKey(), one.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
