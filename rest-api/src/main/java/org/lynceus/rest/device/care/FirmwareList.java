package org.lynceus.rest.device.care;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Firmwares, newest first. */
public record FirmwareList(@NotNull List<FirmwareView> items) {}
