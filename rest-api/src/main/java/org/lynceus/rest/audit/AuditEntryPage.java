package org.lynceus.rest.audit;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the audit log. */
public record AuditEntryPage(@NotNull List<AuditEntryView> items, @Nullable String next) {}
