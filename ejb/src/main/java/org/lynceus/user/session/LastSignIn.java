package org.lynceus.user.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When, and from where, a user signed in the time before. */
public record LastSignIn(Instant at, @Nullable String address) {}
