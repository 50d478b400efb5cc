package org.lynceus.rest.schedule;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** All time templates. */
public record TimeTemplateList(@NotNull List<TimeTemplateView> items) {}
