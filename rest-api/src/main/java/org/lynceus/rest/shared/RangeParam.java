package org.lynceus.rest.shared;

import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.TimeRange;

/** The parameters {@code from} and {@code to} of a half-open range. */
public class RangeParam {
  @QueryParam("from")
  @Parameter(required = true, schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  private @Nullable String from;

  @QueryParam("to")
  @Parameter(required = true, schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  private @Nullable String to;

  /** The range; refuses one longer than the most allowed. */
  public TimeRange range(Duration most) {
    return TimeRange.parse(from, to, most);
  }
}
