package org.lynceus.alarm.scheme;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;

/**
 * Who gets the alarms, at most 100 together; nobody named: whoever may see the source.
 *
 * @param users user names, in small letters
 */
public record SchemeRecipients(List<UUID> roles, List<String> users) {
  private static final int MOST = 100;

  public SchemeRecipients {
    roles = roles.stream().distinct().toList();
    users =
        users.stream()
            .map(user -> Limits.text("/toUsers", user, 1, 255).toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    if (roles.size() + users.size() > MOST) {
      throw DomainException.invalid(
          "/toUsers", "At most " + MOST + " roles and users get the alarms.");
    }
  }
}
