package org.lynceus.device.head;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lynceus.device.DialledCalls;
import org.lynceus.protocols.onvif.PtzPreset;
import org.lynceus.protocols.registration.CgiHead;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;

/**
 * The head of a camera whose device dialled in. It moves and knows presets, whose tokens are
 * numbers; positions, relative turns and a home are not known for it.
 */
final class DialledHead implements CameraHead {
  private static final int MOST_PRESETS = 255;

  private final DialledCalls calls;
  private final UUID device;
  private final int channel;

  DialledHead(DialledCalls calls, UUID device, int channel) {
    this.calls = calls;
    this.device = device;
    this.channel = channel;
  }

  private void tell(DialledCalls.Order<CgiHead> order) {
    calls.ask(
        device,
        known -> {
          order.to(new CgiHead(known, channel));
          return true;
        });
  }

  @Override
  public void move(double pan, double tilt, double zoom, Duration time) {
    tell(head -> head.move(pan, tilt, zoom, time));
  }

  @Override
  public void stop() {
    tell(CgiHead::stop);
  }

  @Override
  public void turn(double pan, double tilt, double zoom) {
    throw unknown();
  }

  @Override
  public void go(double pan, double tilt, double zoom) {
    throw unknown();
  }

  @Override
  public void home() {
    throw unknown();
  }

  @Override
  public List<PtzPreset> presets() {
    return calls.ask(device, known -> new CgiHead(known, channel).presets()).entrySet().stream()
        .map(preset -> new PtzPreset(Integer.toString(preset.getKey()), preset.getValue()))
        .toList();
  }

  @Override
  public void goTo(String preset) {
    int number = number(preset);
    tell(head -> head.goTo(number));
  }

  /** The lowest number that is free. */
  @Override
  public String keep(String name) {
    return calls.ask(
        device,
        known -> {
          CgiHead head = new CgiHead(known, channel);
          var taken = head.presets().keySet().stream().collect(Collectors.toSet());
          int free =
              IntStream.rangeClosed(1, MOST_PRESETS)
                  .boxed()
                  .filter(Predicate.not(taken::contains))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new DomainException(
                              ProblemType.CONFLICT, "The camera keeps no more positions."));
          head.keep(free, name);
          return Integer.toString(free);
        });
  }

  @Override
  public void forget(String preset) {
    int number = number(preset);
    tell(head -> head.forget(number));
  }

  private static int number(String preset) {
    if (!preset.matches("[1-9]\\d{0,2}")) {
      throw DomainException.notFound("preset");
    }
    return Integer.parseInt(preset);
  }

  private static DomainException unknown() {
    return new DomainException(
        ProblemType.CONFLICT,
        "A camera that dialled in is moved by hand and to its presets; this is not known for it.");
  }
}
