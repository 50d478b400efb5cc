package org.lynceus.rest.device.listing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lynceus.rest.device.ConnectionState;
import org.lynceus.rest.device.DeviceProtocol;

/** Which devices are asked for; what is left out may be anything. */
public class DeviceListParam {
  @QueryParam("site")
  @Parameter(description = "a site")
  @Nullable UUID site;

  @QueryParam("below")
  @DefaultValue("true")
  @Parameter(description = "whether devices at sites below it count, too")
  boolean below;

  @QueryParam("q")
  @Parameter(description = "words in the name, address, model, serial number or channels' names")
  @Nullable String q;

  @QueryParam("protocol")
  @Nullable DeviceProtocol protocol;

  @QueryParam("state")
  @Nullable ConnectionState state;

  @QueryParam("reason")
  @Parameter(description = "code of the reason why they are offline")
  @Nullable String reason;

  @QueryParam("channels")
  @DefaultValue("1000")
  @Parameter(description = "the most channels told of each device; the count tells of all")
  int channels;
}
