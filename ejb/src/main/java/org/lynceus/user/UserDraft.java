package org.lynceus.user;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;

/** What an administrator wants of a user; made only by {@link #of}, which checks it. */
public record UserDraft(
    String username,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    boolean enabled,
    int ptzLevel,
    boolean manySessions,
    @Nullable Instant expiresAt,
    @Nullable String remark,
    List<UUID> roleIds,
    List<NetworkRange> networks) {
  private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{2,99}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
  private static final int MOST_ROLES = 50;
  private static final int MOST_NETWORKS = 50;

  /** Checks every field; user names are in lower case, as Keycloak keeps them. */
  public static UserDraft of(
      String username,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String email,
      boolean enabled,
      int ptzLevel,
      boolean manySessions,
      @Nullable Instant expiresAt,
      @Nullable String remark,
      List<UUID> roleIds,
      List<String> networks) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    if (!USERNAME.matcher(name).matches()) {
      throw DomainException.invalid(
          "/username", "A user name has 3 to 100 letters, digits, dots, dashes, _ or @.");
    }
    String mail = text("/email", email, 255);
    if (mail != null && !EMAIL.matcher(mail).matches()) {
      throw DomainException.invalid("/email", "This is not an e-mail address.");
    }
    if (ptzLevel < 1 || ptzLevel > 8) {
      throw DomainException.invalid("/ptzLevel", "The PTZ level is 1 to 8.");
    }
    if (roleIds.size() > MOST_ROLES) {
      throw DomainException.invalid("/roleIds", "Give at most " + MOST_ROLES + " roles.");
    }
    return new UserDraft(
        name,
        text("/firstName", firstName, 100),
        text("/lastName", lastName, 100),
        mail,
        enabled,
        ptzLevel,
        manySessions,
        expiresAt,
        text("/remark", remark, 1000),
        roleIds.stream().distinct().toList(),
        networks(networks));
  }

  private static List<NetworkRange> networks(List<String> typed) {
    if (typed.size() > MOST_NETWORKS) {
      throw DomainException.invalid("/networks", "Name at most " + MOST_NETWORKS + " networks.");
    }
    List<NetworkRange> networks = new ArrayList<>();
    for (String one : typed) {
      @Nullable NetworkRange network = NetworkRange.of(one);
      if (network == null) {
        throw DomainException.invalid(
            "/networks",
            "This is no network: "
                + one.substring(0, Math.min(one.length(), 60))
                + ". Write it as 10.1.0.0/16.");
      }
      if (!networks.contains(network)) {
        networks.add(network);
      }
    }
    return networks;
  }

  private static @Nullable String text(String pointer, @Nullable String text, int most) {
    return text == null || text.isBlank() ? null : Limits.text(pointer, text, 1, most);
  }
}
