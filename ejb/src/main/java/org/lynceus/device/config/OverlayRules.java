package org.lynceus.device.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.Overlay;
import org.lynceus.protocols.onvif.Overlay.Content;
import org.lynceus.protocols.onvif.OverlayKind;
import org.lynceus.protocols.onvif.OverlayOffer;
import org.lynceus.protocols.onvif.OverlayPosition;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * What may be written into a picture, by what the device offers and has, and what came of it
 * (pure).
 */
final class OverlayRules {
  /** No device says how long a text may be; longer ones are nobody's. */
  static final int LONGEST = 100;

  private OverlayRules() {}

  /** What the device is to be told: the same, trimmed, with a format where one is needed. */
  static Content checked(OverlayOffer offer, Content wanted) {
    OverlayKind kind = wanted.kind();
    offered("kind", kind != OverlayKind.OTHER && offer.kinds().contains(kind));
    OverlayPosition position = wanted.position();
    offered("position", offer.positions().contains(position));
    boolean custom = position == OverlayPosition.CUSTOM;
    if (custom) {
      offered("x", within(wanted.x()));
      offered("y", within(wanted.y()));
    }
    Integer size = wanted.fontSize();
    offered("fontSize", size == null || offer.fontSize() != null && offer.fontSize().holds(size));
    return new Content(
        kind,
        kind == OverlayKind.PLAIN ? Limits.text("/text", wanted.text(), 1, LONGEST) : "",
        position,
        custom ? wanted.x() : null,
        custom ? wanted.y() : null,
        size,
        kind.dated() ? format("dateFormat", wanted.dateFormat(), offer.dateFormats()) : null,
        kind.timed() ? format("timeFormat", wanted.timeFormat(), offer.timeFormats()) : null);
  }

  private static boolean within(@Nullable Double coordinate) {
    return coordinate != null && coordinate >= -1 && coordinate <= 1;
  }

  private static @Nullable String format(
      String name, @Nullable String wanted, List<String> offered) {
    if (wanted == null || wanted.isEmpty()) {
      return offered.isEmpty() ? null : offered.get(0);
    }
    offered(name, offered.contains(wanted));
    return wanted;
  }

  /** Refuses another one where the device has no room. */
  static void requireRoom(OverlayOffer offer, List<Overlay> there, OverlayKind kind) {
    String text = full(offer, there, kind);
    if (text != null) {
      throw new DomainException(
          ProblemType.CONFLICT, text, new Reason("overlay-full", text), List.of());
    }
  }

  /** Why there is no room for another one of a kind; null: there is. */
  static @Nullable String full(OverlayOffer offer, List<Overlay> there, OverlayKind kind) {
    Integer mostOfKind = offer.mostOf().get(kind);
    long ofKind = there.stream().filter(one -> one.content().kind() == kind).count();
    if (offer.most() > 0 && there.size() >= offer.most()) {
      return "The device writes at most " + offer.most() + " texts into the picture.";
    }
    return mostOfKind != null && ofKind >= mostOfKind
        ? "The device writes at most " + mostOfKind + " texts of this kind."
        : null;
  }

  /** Names of what the device made otherwise than it was told. */
  static List<String> otherwise(Content told, Content made) {
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

  private static void offered(String name, boolean is) {
    if (!is) {
      throw DomainException.invalid("/" + name, "The device does not offer this.");
    }
  }
}
