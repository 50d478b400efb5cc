package org.lynceus.user.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lynceus.user.Caller;

/**
 * What the edge sees of the session that makes a request. Keycloak signs the claim {@code sid}, so
 * nobody invents sessions; a service account has none, and all it does counts as one session that
 * cannot be ended. Texts of the client are cut and cleaned, for anybody can send anything.
 *
 * @param address as the server sees it, see the audit log
 * @param agent the header User-Agent
 */
public record SeenSession(
    String sid, boolean program, Caller caller, @Nullable String address, @Nullable String agent) {
  private static final int LONGEST_AGENT = 300;
  private static final int LONGEST_SID = 200;

  public static SeenSession of(
      @Nullable String claim, Caller caller, @Nullable String address, @Nullable String agent) {
    String name = cut(caller.name().toLowerCase(Locale.ROOT), LONGEST_SID - 8);
    boolean session = claim != null && !claim.isBlank() && claim.length() <= LONGEST_SID;
    return new SeenSession(
        session && claim != null ? claim : "program:" + name,
        !session,
        caller,
        address == null ? null : cut(address, 100),
        agent == null || agent.isBlank() ? null : cut(agent, LONGEST_AGENT));
  }

  private static String cut(String text, int most) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() > most ? clean.substring(0, most) : clean;
  }
}
