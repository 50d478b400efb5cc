package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of sessions in use. */
public record UserSessionPage(@NotNull List<UserSessionView> items, @Nullable String next) {}
