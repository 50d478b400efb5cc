package org.lynceus.rest.organisation;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Sites, parents before children, in order. */
public record SiteList(@NotNull List<SiteView> items) {}
