package org.lynceus.user.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Roles;

/** Who is online. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.USER_CONFIGURE)
public class SessionQueries {
  /** A page that is open is seen every half minute; programs ask less often. */
  public static final Duration IN_USE = Duration.ofMinutes(10);

  @Inject private SessionStore store;
  @Inject private Clock clock;

  /** The sessions seen within the last ten minutes, newest first. */
  public Page<UserSession> inUse(int limit, @Nullable String after) {
    PageKey key = PageKey.decode(after);
    List<UserSession> found =
        store.inUse(
            clock.instant().minus(IN_USE),
            Limits.page(limit) + 1,
            key == null ? null : key.instant(),
            key == null ? null : key.uuid());
    return Page.cut(
        found, limit, session -> new PageKey(session.since().toString(), session.id().toString()));
  }
}
