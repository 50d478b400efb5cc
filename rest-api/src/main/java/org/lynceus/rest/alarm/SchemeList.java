package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All alarm schemes of which the caller may configure a source. */
@Schema(name = "AlarmSchemeList")
public record SchemeList(@NotNull List<SchemeView> items) {}
