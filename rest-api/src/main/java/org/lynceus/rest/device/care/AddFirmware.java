package org.lynceus.rest.device.care;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A firmware file whose pieces will follow. */
public record AddFirmware(
    @NotNull @Size(min = 1, max = 200) String name,
    @NotNull @Min(1) @Max(209_715_200) @Schema(description = "of the whole file") Long bytes) {}
