package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.user.Account;
import org.lynceus.user.NetworkRange;
import org.lynceus.user.SignInUser;
import org.lynceus.user.User;

/** A user; his version is the ETag. */
public record UserView(
    @NotNull UUID id,
    @NotNull String username,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    @NotNull Boolean enabled,
    @NotNull Boolean mustChangePassword,
    @NotNull @Schema(description = "realm roles of Keycloak that give roles here")
        List<String> realmRoles,
    @NotNull List<UUID> roleIds,
    @NotNull @Schema(description = "1 to 8; the higher takes a camera over") Integer ptzLevel,
    @NotNull @Schema(description = "whether he may be signed in more than once at a time")
        Boolean manySessions,
    @Nullable Instant expiresAt,
    @Nullable String remark,
    @NotNull @Schema(description = "where he may sign in from; none: everywhere")
        List<String> networks,
    @NotNull Long version) {
  static UserView of(User user) {
    SignInUser signIn = user.signIn();
    Account account = user.account();
    return new UserView(
        signIn.id(),
        signIn.username(),
        signIn.firstName(),
        signIn.lastName(),
        signIn.email(),
        signIn.enabled(),
        signIn.mustChangePassword(),
        signIn.realmRoles().stream().filter(role -> role.startsWith("lynceus-")).sorted().toList(),
        account.roleIds(),
        account.ptzLevel(),
        account.manySessions(),
        account.expiresAt(),
        account.remark(),
        account.networks().stream().map(NetworkRange::text).toList(),
        account.version());
  }
}
