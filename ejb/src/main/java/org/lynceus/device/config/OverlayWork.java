package org.lynceus.device.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.device.CameraTarget;
import org.lynceus.device.OnvifConnections;
import org.lynceus.protocols.onvif.OnvifDevice;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.protocols.onvif.Overlay;
import org.lynceus.protocols.onvif.Overlay.Content;
import org.lynceus.protocols.onvif.OverlayCommands;
import org.lynceus.protocols.onvif.OverlayOffer;
import org.lynceus.protocols.onvif.OverlayPosition;
import org.lynceus.shared.DomainException;

/**
 * Reads and writes the texts in the picture of a channel; who may, is asked above. After each
 * change the device is asked what it made of it.
 */
@ApplicationScoped
public class OverlayWork {
  @Inject private OnvifConnections connections;

  /** Work with the texts of a picture. */
  @FunctionalInterface
  private interface Work<T> {
    T with(OverlayCommands commands) throws OnvifException;
  }

  /** What is written, and what may be. */
  public ChannelOverlays read(UUID channel) {
    return with(channel, commands -> new ChannelOverlays(commands.all(), commands.offer()));
  }

  /** Adds a text. */
  public OverlayOutcome add(UUID channel, Content wanted) {
    return with(
        channel,
        commands -> {
          OverlayOffer offer = commands.offer();
          Content told = OverlayRules.checked(offer, wanted);
          List<Overlay> before = commands.all();
          OverlayRules.requireRoom(offer, before, told.kind());
          return added(commands, before, told);
        });
  }

  /** Changes a text that is there. */
  public OverlayOutcome set(UUID channel, String token, Content wanted) {
    return with(
        channel,
        commands -> {
          OverlayOffer offer = commands.offer();
          Content told = OverlayRules.checked(offer, wanted);
          List<Overlay> there = commands.all();
          Content before = required(there, token);
          if (before.kind() != told.kind()) {
            OverlayRules.requireRoom(
                offer,
                there.stream().filter(one -> !one.token().equals(token)).toList(),
                told.kind());
          }
          return changed(commands, token, before, told);
        });
  }

  /** Removes one; what it was. */
  public Content remove(UUID channel, String token) {
    return with(
        channel,
        commands -> {
          Content before = required(commands.all(), token);
          commands.delete(token);
          return before;
        });
  }

  /** Writes a name at a place; empty when it is written already. */
  public Optional<OverlayOutcome> name(UUID channel, String name, OverlayPosition place) {
    return with(
        channel,
        commands -> {
          List<Overlay> before = commands.all();
          NameOverlay plan = NameOverlay.of(before, commands.offer(), name, place);
          Content content = plan.content();
          String token = plan.token();
          if (content == null) {
            return Optional.empty();
          }
          return Optional.of(
              token == null
                  ? added(commands, before, content)
                  : changed(commands, token, required(before, token), content));
        });
  }

  private static OverlayOutcome added(OverlayCommands commands, List<Overlay> before, Content told)
      throws OnvifException {
    String token = commands.create(told);
    List<String> known = before.stream().map(Overlay::token).toList();
    Overlay made =
        commands.all().stream()
            .filter(
                one -> token.isEmpty() ? !known.contains(one.token()) : one.token().equals(token))
            .findFirst()
            .orElse(null);
    return made == null
        ? outcome(token, null, told, null)
        : outcome(made.token(), null, told, made.content());
  }

  private static OverlayOutcome changed(
      OverlayCommands commands, String token, Content before, Content told) throws OnvifException {
    if (!commands.set(token, told)) {
      throw DomainException.notFound("text");
    }
    return outcome(token, before, told, content(commands.all(), token));
  }

  /** What came of an order; {@code made} is null where the device shows nothing of it. */
  private static OverlayOutcome outcome(
      String token, @Nullable Content before, Content told, @Nullable Content made) {
    return made == null
        ? new OverlayOutcome(token, before, told, List.of("missing"))
        : new OverlayOutcome(token, before, made, OverlayRules.otherwise(told, made));
  }

  private static Content required(List<Overlay> there, String token) {
    Content content = content(there, token);
    if (content == null) {
      throw DomainException.notFound("text");
    }
    return content;
  }

  private static @Nullable Content content(List<Overlay> there, String token) {
    return there.stream()
        .filter(one -> one.token().equals(token))
        .map(Overlay::content)
        .findFirst()
        .orElse(null);
  }

  private <T> T with(UUID channel, Work<T> work) {
    CameraTarget camera = connections.camera(channel);
    return connections.device(
        camera.device(), device -> work.with(commands(device, camera.number())));
  }

  private static OverlayCommands commands(OnvifDevice device, int number) throws OnvifException {
    return new OverlayCommands(device, device.source(number).main().configuration());
  }
}
