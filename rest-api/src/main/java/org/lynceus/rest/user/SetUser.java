package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.user.UserDraft;

/** What a user should be. */
public record SetUser(
    @NotNull @Size(max = 100) @Schema(description = "cannot be changed later") String username,
    @Nullable @Size(max = 100) String firstName,
    @Nullable @Size(max = 100) String lastName,
    @Nullable @Size(max = 255) String email,
    @NotNull Boolean enabled,
    @NotNull @Schema(minimum = "1", maximum = "8") Integer ptzLevel,
    @Nullable
        @Schema(
            description = "whether he may be signed in more than once at a time; by default yes")
        Boolean manySessions,
    @Nullable Instant expiresAt,
    @Nullable @Size(max = 1000) String remark,
    @NotNull @Size(max = 50) List<UUID> roleIds,
    @Nullable
        @Size(max = 50)
        @Schema(description = "where he may sign in from, such as 10.1.0.0/16; none: everywhere")
        List<@NotNull @Size(max = 60) String> networks) {
  UserDraft draft() {
    return UserDraft.of(
        username,
        firstName,
        lastName,
        email,
        enabled,
        ptzLevel,
        manySessions == null || manySessions,
        expiresAt,
        remark,
        roleIds,
        networks == null ? List.of() : networks);
  }
}
