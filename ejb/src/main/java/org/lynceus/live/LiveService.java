package org.lynceus.live;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.lynceus.user.Roles;

/** Says who may see live video. */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class LiveService {
  private static final Logger LOG = System.getLogger(LiveService.class.getName());

  /** Returns when the caller may watch; else the container refuses the call. */
  public void requireMayWatch() {
    LOG.log(Level.TRACE, "A viewer is admitted");
  }
}
