package org.lynceus.device.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.lynceus.protocols.onvif.OverlayKind;
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
          Content before = content(there, token);
          if (before == null) {
            throw DomainException.notFound("text");
          }
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
          Content before = content(commands.all(), token);
          if (before == null) {
            throw DomainException.notFound("text");
          }
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
                  : changed(
                      commands, token, Objects.requireNonNull(content(before, token)), content));
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
        ? new OverlayOutcome(token, null, told, List.of("missing"))
        : new OverlayOutcome(made.token(), null, made.content(), otherwise(told, made.content()));
  }

  private static OverlayOutcome changed(
      OverlayCommands commands, String token, Content before, Content told) throws OnvifException {
    if (!commands.set(token, told)) {
      throw DomainException.notFound("text");
    }
    Content made = content(commands.all(), token);
    return made == null
        ? new OverlayOutcome(token, before, told, List.of("missing"))
        : new OverlayOutcome(token, before, made, otherwise(told, made));
  }

  private static @Nullable Content content(List<Overlay> there, String token) {
    return there.stream()
        .filter(one -> one.token().equals(token))
        .map(Overlay::content)
        .findFirst()
        .orElse(null);
  }

  /** Names of what the device made otherwise than it was told. */
  private static List<String> otherwise(Content told, Content made) {
    List<String> names = new ArrayList<>();
    if (told.kind() != made.kind()) {
      names.add("kind");
    }
    if (told.kind() == OverlayKind.PLAIN && !told.text().equals(made.text())) {
      names.add("text");
    }
    if (told.position() != made.position()
        || !near(told.x(), made.x())
        || !near(told.y(), made.y())) {
      names.add("position");
    }
    if (told.fontSize() != null && !told.fontSize().equals(made.fontSize())) {
      names.add("fontSize");
    }
    if (told.dateFormat() != null && !told.dateFormat().equals(made.dateFormat())
        || told.timeFormat() != null && !told.timeFormat().equals(made.timeFormat())) {
      names.add("format");
    }
    return names;
  }

  private static boolean near(@Nullable Double told, @Nullable Double made) {
    return told == null || made != null && Math.abs(told - made) <= 0.02;
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
