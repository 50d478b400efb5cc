package org.lynceus.device.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.protocols.onvif.Overlay;
import org.lynceus.protocols.onvif.Overlay.Content;
import org.lynceus.protocols.onvif.OverlayKind;
import org.lynceus.protocols.onvif.OverlayOffer;
import org.lynceus.protocols.onvif.OverlayPosition;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Reason;

/**
 * How the name of a channel comes into its picture (pure). The place says which text is the name's:
 * a plain text there is replaced, so that doing it again after a change of the name leaves no old
 * one behind; anything else there is left alone.
 *
 * @param token of the text to be replaced; null: a new one
 * @param content null: the name is written already
 */
record NameOverlay(@Nullable String token, @Nullable Content content) {
  static NameOverlay of(
      List<Overlay> there, OverlayOffer offer, String name, OverlayPosition place) {
    if (!offer.kinds().contains(OverlayKind.PLAIN)) {
      throw refused("overlay-none", "The device writes no texts of ours into its picture.");
    }
    if (there.stream().anyMatch(one -> is(one, name))) {
      return new NameOverlay(null, null);
    }
    Overlay present =
        there.stream().filter(one -> one.content().position() == place).findFirst().orElse(null);
    if (present != null && present.content().kind() != OverlayKind.PLAIN) {
      throw refused("overlay-taken", "Something else is written at this place already.");
    }
    if (present == null) {
      OverlayRules.requireRoom(offer, there, OverlayKind.PLAIN);
    }
    Integer size = present == null ? null : present.content().fontSize();
    Content wanted = new Content(OverlayKind.PLAIN, name, place, null, null, null, null, null);
    Content checked = OverlayRules.checked(offer, wanted);
    return new NameOverlay(
        present == null ? null : present.token(),
        new Content(OverlayKind.PLAIN, checked.text(), place, null, null, size, null, null));
  }

  private static boolean is(Overlay overlay, String name) {
    return overlay.content().kind() == OverlayKind.PLAIN && overlay.content().text().equals(name);
  }

  private static DomainException refused(String code, String text) {
    return new DomainException(ProblemType.CONFLICT, text, new Reason(code, text), List.of());
  }
}
