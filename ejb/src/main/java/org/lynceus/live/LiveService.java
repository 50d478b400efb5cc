package org.lynceus.live;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lynceus.device.DeviceQueries;
import org.lynceus.media.engine.LiveSubscription;
import org.lynceus.user.Roles;

/** Gives live video to those who may see it. */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class LiveService {
  @Inject private DeviceQueries devices;
  @Inject private Streams streams;

  /**
   * Subscribes a viewer.
   *
   * @param ready called by engine threads when there is something to poll; must return at once
   */
  public LiveSubscription watch(UUID channel, Runnable ready) {
    devices.channel(channel);
    return streams.watch(channel, ready);
  }
}
