package org.lynceus.rest.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.server.ServerEndpointConfig;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Settings;

/** Admits viewers of our own origin; programs that are no browser send no origin. */
public class LiveHandshake extends ServerEndpointConfig.Configurator {
  @Override
  public boolean checkOrigin(@Nullable String origin) {
    return origin == null
        || origin.isEmpty()
        || origin.equals(CDI.current().select(Settings.class).get().publicUrl());
  }
}
