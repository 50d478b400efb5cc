package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the web calls of a scheme are signed with. */
@Schema(name = "AlarmSchemeSecret")
public record SchemeSecret(@NotNull @Schema(description = "64 characters") String secret) {}
