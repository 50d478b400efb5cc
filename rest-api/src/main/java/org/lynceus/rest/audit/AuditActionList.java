package org.lynceus.rest.audit;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** The actions that occur in the log. */
public record AuditActionList(@NotNull List<String> items) {}
