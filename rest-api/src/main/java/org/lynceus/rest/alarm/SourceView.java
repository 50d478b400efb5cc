package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.scheme.AlarmSource;

/** Where the events of a scheme come from. */
@Schema(name = "AlarmSourceView")
public record SourceView(
    @NotNull AlarmSource.Kind kind,
    @Nullable
        @Schema(description = "of the channel, device or site, of an input's device; none: CENTER")
        UUID objectId,
    @Nullable @Size(max = 200) @Schema(description = "of an input: its token") String part) {
  static SourceView of(AlarmSource source) {
    return new SourceView(source.kind(), source.objectId(), source.part());
  }

  AlarmSource source() {
    return new AlarmSource(kind, objectId, part);
  }
}
