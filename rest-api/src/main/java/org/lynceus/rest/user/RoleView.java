package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.user.Function;
import org.lynceus.user.Role;

/** A role: what one may do, and where. */
@Schema(name = "RoleView")
public record RoleView(
    @NotNull UUID id,
    @NotNull String name,
    @Nullable String remark,
    @NotNull @Schema(description = "for example live.view") List<String> functions,
    @NotNull @Schema(description = "everywhere; else only where a grant says") Boolean whole,
    @NotNull Boolean builtIn,
    @NotNull @Schema(description = "whether the caller may change it") Boolean changeable,
    @NotNull List<GrantView> grants,
    @NotNull Long version) {
  static RoleView of(Role role, boolean changeable) {
    return new RoleView(
        role.id(),
        role.name(),
        role.remark(),
        words(role.functions()),
        role.whole(),
        role.builtIn(),
        changeable,
        role.grants().stream().map(GrantView::of).toList(),
        role.version());
  }

  static List<String> words(Collection<Function> functions) {
    return functions.stream().sorted().map(Function::word).toList();
  }
}
