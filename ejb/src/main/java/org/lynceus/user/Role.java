package org.lynceus.user;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do, and where.
 *
 * @param whole everywhere; else only where a grant says
 * @param builtIn cannot be removed; the administrators' cannot be changed either
 */
public record Role(
    UUID id,
    String name,
    @Nullable String remark,
    Set<Function> functions,
    boolean whole,
    boolean builtIn,
    List<Grant> grants,
    long version) {
  /** The role of administrators, which nobody can take from the realm role lynceus-admin. */
  public static final UUID ADMINISTRATOR = UUID.fromString("00000000-0000-7000-8000-000000000002");

  public Role {
    functions = Set.copyOf(functions);
    grants = List.copyOf(grants);
  }
}
