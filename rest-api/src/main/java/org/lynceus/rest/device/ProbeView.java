package org.lynceus.rest.device;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What answered at an address. */
public record ProbeView(@NotNull String server, @NotNull List<StreamView> streams) {}
