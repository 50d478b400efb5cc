package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/** All roles. */
public record RoleList(@NotNull List<RoleView> items) {}
