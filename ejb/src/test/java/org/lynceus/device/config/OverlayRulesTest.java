package org.lynceus.device.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lynceus.protocols.onvif.Imaging.Range;
import org.lynceus.protocols.onvif.Overlay;
import org.lynceus.protocols.onvif.Overlay.Content;
import org.lynceus.protocols.onvif.OverlayKind;
import org.lynceus.protocols.onvif.OverlayOffer;
import org.lynceus.protocols.onvif.OverlayPosition;
import org.lynceus.shared.DomainException;

class OverlayRulesTest {
  private static final OverlayOffer OFFER =
      new OverlayOffer(
          3,
          Map.of(OverlayKind.PLAIN, 2, OverlayKind.DATE, 1),
          List.of(OverlayKind.PLAIN, OverlayKind.DATE),
          List.of(OverlayPosition.UPPER_LEFT, OverlayPosition.LOWER_LEFT, OverlayPosition.CUSTOM),
          new Range(8, 64),
          List.of("yyyy-MM-dd", "dd.MM.yyyy"),
          List.of());

  private static Content plain(String text, OverlayPosition position, @Nullable Integer size) {
    return new Content(OverlayKind.PLAIN, text, position, null, null, size, null, null);
  }

  private static Overlay text(String token, String text, OverlayPosition position) {
    return new Overlay(token, plain(text, position, 20));
  }

  private static Overlay date(OverlayPosition position) {
    return new Overlay(
        "d", new Content(OverlayKind.DATE, "", position, null, null, null, "yyyy-MM-dd", null));
  }

  private static void refuses(Content content) {
    assertThatThrownBy(() -> OverlayRules.checked(OFFER, content))
        .isInstanceOf(DomainException.class);
  }

  @Test
  void whatIsOfferedPassesTrimmedAndWithAFormat() {
    assertThat(OverlayRules.checked(OFFER, plain(" Gate ", OverlayPosition.UPPER_LEFT, 8)))
        .isEqualTo(plain("Gate", OverlayPosition.UPPER_LEFT, 8));
    assertThat(
            OverlayRules.checked(
                OFFER,
                new Content(
                    OverlayKind.DATE, "x", OverlayPosition.CUSTOM, -1.0, 0.5, null, null, "HH:mm")))
        .isEqualTo(
            new Content(
                OverlayKind.DATE, "", OverlayPosition.CUSTOM, -1.0, 0.5, null, "yyyy-MM-dd", null));
  }

  @Test
  void whatIsNotOfferedIsRefused() {
    refuses(plain(" ", OverlayPosition.UPPER_LEFT, null));
    refuses(plain("a".repeat(101), OverlayPosition.UPPER_LEFT, null));
    refuses(plain("a\u0007", OverlayPosition.UPPER_LEFT, null));
    refuses(plain("a", OverlayPosition.UPPER_RIGHT, null));
    refuses(plain("a", OverlayPosition.UPPER_LEFT, 65));
    refuses(plain("a", OverlayPosition.CUSTOM, null));
    refuses(
        new Content(OverlayKind.PLAIN, "a", OverlayPosition.CUSTOM, 1.1, 0.0, null, null, null));
    refuses(
        new Content(
            OverlayKind.TIME, "", OverlayPosition.UPPER_LEFT, null, null, null, null, null));
    refuses(
        new Content(
            OverlayKind.OTHER, "", OverlayPosition.UPPER_LEFT, null, null, null, null, null));
    refuses(
        new Content(
            OverlayKind.DATE, "", OverlayPosition.UPPER_LEFT, null, null, null, "yy", null));
  }

  @Test
  void roomIsWhatTheDeviceSaysAltogetherAndOfAKind() {
    List<Overlay> two =
        List.of(
            text("1", "a", OverlayPosition.UPPER_LEFT), text("2", "b", OverlayPosition.LOWER_LEFT));
    assertThat(new ChannelOverlays(two, OFFER).free()).containsExactly(OverlayKind.DATE);
    assertThat(new ChannelOverlays(List.of(), OFFER).free())
        .containsExactly(OverlayKind.PLAIN, OverlayKind.DATE);
    assertThatThrownBy(() -> OverlayRules.requireRoom(OFFER, two, OverlayKind.PLAIN))
        .hasMessageContaining("at most 2");
  }

  @Test
  void theNameReplacesTheTextAtItsPlaceAndKeepsItsSize() {
    NameOverlay plan =
        NameOverlay.of(
            List.of(text("1", "Old name", OverlayPosition.LOWER_LEFT)),
            OFFER,
            "New name",
            OverlayPosition.LOWER_LEFT);
    assertThat(plan)
        .isEqualTo(new NameOverlay("1", plain("New name", OverlayPosition.LOWER_LEFT, 20)));
  }

  @Test
  void theNameIsWrittenAnewWhereNothingIsAndNotTwice() {
    assertThat(NameOverlay.of(List.of(), OFFER, "Gate", OverlayPosition.UPPER_LEFT))
        .isEqualTo(new NameOverlay(null, plain("Gate", OverlayPosition.UPPER_LEFT, null)));
    assertThat(
            NameOverlay.of(
                List.of(text("1", "Gate", OverlayPosition.UPPER_LEFT)),
                OFFER,
                "Gate",
                OverlayPosition.LOWER_LEFT))
        .isEqualTo(new NameOverlay(null, null));
  }

  @Test
  void theNameTakesNothingElsesPlaceAndNeedsRoom() {
    assertThatThrownBy(
            () ->
                NameOverlay.of(
                    List.of(date(OverlayPosition.UPPER_LEFT)),
                    OFFER,
                    "Gate",
                    OverlayPosition.UPPER_LEFT))
        .hasMessageContaining("Something else");
    List<Overlay> full =
        List.of(text("1", "a", OverlayPosition.CUSTOM), text("2", "b", OverlayPosition.LOWER_LEFT));
    assertThatThrownBy(() -> NameOverlay.of(full, OFFER, "Gate", OverlayPosition.UPPER_LEFT))
        .hasMessageContaining("at most 2");
  }
}
