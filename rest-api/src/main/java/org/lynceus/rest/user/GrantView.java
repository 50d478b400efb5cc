package org.lynceus.rest.user;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.user.Function;
import org.lynceus.user.Grant;

/** Where a role holds. */
@Schema(name = "GrantView")
public record GrantView(
    @NotNull Grant.Kind kind,
    @NotNull UUID objectId,
    @Nullable
        @Size(max = 100)
        @Schema(description = "those of the role that hold here; null: all of them")
        List<String> functions) {
  static GrantView of(Grant grant) {
    Set<Function> functions = grant.functions();
    return new GrantView(
        grant.kind(), grant.objectId(), functions == null ? null : RoleView.words(functions));
  }

  Grant grant(String pointer) {
    return new Grant(
        kind, objectId, functions == null ? null : SetRole.functions(pointer, functions));
  }
}
