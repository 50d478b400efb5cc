package org.lynceus.rest.user;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.user.Function;
import org.lynceus.user.Grant;
import org.lynceus.user.RoleDraft;

/** A role as it is wanted. */
public record SetRole(
    @NotNull @Size(min = 1, max = 100) String name,
    @Nullable @Size(max = 1000) String remark,
    @NotNull @Size(max = 100) List<@NotNull String> functions,
    @NotNull Boolean whole,
    @NotNull @Valid @Size(max = 5000) List<@NotNull GrantView> grants) {
  RoleDraft draft() {
    List<Grant> where = new ArrayList<>();
    for (GrantView grant : grants) {
      where.add(grant.grant("/grants/" + where.size() + "/functions"));
    }
    return new RoleDraft(name, remark, functions("/functions", functions), whole, where);
  }

  static Set<Function> functions(String pointer, List<String> words) {
    Set<Function> found = EnumSet.noneOf(Function.class);
    for (String word : words) {
      @Nullable Function function = Function.of(word);
      if (function == null) {
        throw DomainException.invalid(pointer, "There is no such function.");
      }
      found.add(function);
    }
    return found;
  }
}
