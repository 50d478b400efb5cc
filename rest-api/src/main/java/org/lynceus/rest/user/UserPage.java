package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of users. */
public record UserPage(@NotNull List<UserView> items, @Nullable String next) {}
