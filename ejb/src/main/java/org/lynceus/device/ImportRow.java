package org.lynceus.device;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Reason;

/** A row of an import and what became of it; never with its password. */
public record ImportRow(
    int number,
    ImportState state,
    String name,
    String url,
    @Nullable String username,
    @Nullable Reason reason,
    @Nullable UUID deviceId) {}
