package org.lynceus.live;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lynceus.user.Function;
import org.lynceus.user.Needs;
import org.lynceus.user.Rights;
import org.lynceus.user.Roles;

/** Says who may see live video, and who may talk. */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.LIVE_VIEW)
public class LiveService {
  @Inject private Rights rights;

  /** Returns when the caller may talk to the camera; else refuses. */
  @Needs(Function.LIVE_TALK)
  public void requireMayTalk(UUID channel) {
    rights.require(Function.LIVE_TALK, channel);
  }

  /** Returns when the caller may watch the channel; else refuses. */
  public void requireMayWatch(UUID channel) {
    rights.require(Function.LIVE_VIEW, channel);
  }
}
