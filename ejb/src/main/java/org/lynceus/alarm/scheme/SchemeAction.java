package org.lynceus.alarm.scheme;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;

/**
 * One thing that a scheme does when it raises an alarm. Which of the fields count is said by the
 * kind; the others are empty.
 *
 * @param afterMinutes 0: at once; 1 to 1,440: a step of escalation, done then if nobody has the
 *     alarm
 * @param stopOnReturn a step of escalation is left out, too, when the state is over by then
 * @param channels of RECORD, SNAPSHOT (up to 8), POPUP (up to 4), PTZ_PRESET and OUTPUT (one);
 *     none: the alarm's own
 * @param before RECORD: seconds before the alarm, 0 to 25
 * @param seconds RECORD: after it, 5 to 600; PTZ_PRESET: until it turns back, 0 (never) to 600;
 *     OUTPUT: how long it is on, 1 to 600
 * @param target PTZ_PRESET: the preset; OUTPUT: the output
 * @param back PTZ_PRESET: where it turns back to
 * @param toRoles NOTIFY
 * @param toUsers NOTIFY, in small letters
 * @param addresses EMAIL, up to 20
 * @param subject EMAIL
 * @param text EMAIL and NOTIFY; words in braces stand for what the alarm is, see AlarmText
 * @param picture EMAIL: with a picture of the camera
 * @param url WEBHOOK
 */
public record SchemeAction(
    ActionKind kind,
    int afterMinutes,
    boolean stopOnReturn,
    List<UUID> channels,
    int before,
    int seconds,
    @Nullable String target,
    @Nullable String back,
    List<UUID> toRoles,
    List<String> toUsers,
    List<String> addresses,
    @Nullable String subject,
    @Nullable String text,
    boolean picture,
    @Nullable String url) {
  /** The most actions of one scheme. */
  public static final int MOST = 20;

  private static final int MOST_CAMERAS = 8;
  private static final int MOST_ADDRESSES = 20;
  private static final int DAY = 1440;
  private static final String AT = "/actions";

  public SchemeAction {
    channels = channels.stream().distinct().toList();
    toRoles = toRoles.stream().distinct().toList();
    toUsers =
        toUsers.stream()
            .map(user -> Limits.text(AT, user, 1, 255).toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    addresses = addresses.stream().map(one -> Limits.text(AT, one, 3, 254)).distinct().toList();
    between("An action comes 0 to 1440 minutes after the alarm.", afterMinutes, 0, DAY);
    require("An action has at most 8 cameras.", channels.size() <= MOST_CAMERAS);
    subject = subject == null || subject.isBlank() ? null : Limits.text(AT, subject, 1, 200);
    text = text == null || text.isBlank() ? null : Limits.text(AT, text, 1, 2000);
    target = target == null || target.isBlank() ? null : Limits.text(AT, target, 1, 200);
    back = back == null || back.isBlank() ? null : Limits.text(AT, back, 1, 200);
    switch (kind) {
      case RECORD -> {
        between("Record 0 to 25 seconds before the alarm.", before, 0, 25);
        between("Record 5 to 600 seconds after the alarm.", seconds, 5, 600);
      }
      case POPUP -> require("A pop-up shows at most 4 cameras.", channels.size() <= 4);
      case PTZ_PRESET -> {
        require("Name one camera, or none for the alarm's own.", channels.size() <= 1);
        require("Say to which preset the camera turns.", target != null);
        between("The camera turns back after 0 to 600 seconds.", seconds, 0, 600);
        require("Say to which preset the camera turns back.", seconds == 0 || back != null);
      }
      case OUTPUT -> {
        require("Name one camera, or none for the alarm's own.", channels.size() <= 1);
        require("Say which output is switched on.", target != null);
        between("An output is on for 1 to 600 seconds.", seconds, 1, 600);
      }
      case EMAIL -> {
        require(
            "A mail goes to 1 to 20 addresses.",
            !addresses.isEmpty() && addresses.size() <= MOST_ADDRESSES);
        require(
            "This is not an address of mail.",
            addresses.stream().allMatch(one -> one.matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+")));
      }
      case WEBHOOK -> require("Give an address that begins with http:// or https://.", web(url));
      case NOTIFY -> {
        require("Say which roles or users get the notice.", toRoles.size() + toUsers.size() > 0);
        require(
            "At most 100 roles and users get a notice.", toRoles.size() + toUsers.size() <= 100);
        require("A notice has at most 500 characters.", text == null || text.length() <= 500);
      }
      case SNAPSHOT, MAP_FLASH, SOUND -> {}
      case PTZ_RETURN, OUTPUT_OFF, DOOR ->
          throw DomainException.invalid(AT, "No scheme does this.");
    }
  }

  private static void between(String rule, int value, int least, int most) {
    require(rule, value >= least && value <= most);
  }

  private static void require(String rule, boolean kept) {
    if (!kept) {
      throw DomainException.invalid(AT, rule);
    }
  }

  private static boolean web(@Nullable String url) {
    if (url == null || url.length() > 500) {
      return false;
    }
    try {
      URI address = new URI(url);
      String scheme = String.valueOf(address.getScheme());
      return scheme.matches("https?") && address.getHost() != null && address.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
