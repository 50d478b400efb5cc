package org.lynceus.user;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;

/** What a user wants of a role. */
public record RoleDraft(
    String name,
    @Nullable String remark,
    Set<Function> functions,
    boolean whole,
    List<Grant> grants) {
  private static final int MOST_GRANTS = 5000;

  RoleDraft checked(ScopeIndex index) {
    if (grants.size() > MOST_GRANTS) {
      throw DomainException.invalid("/grants", "A role has at most " + MOST_GRANTS + " grants.");
    }
    if (grants.stream().map(grant -> grant.kind() + " " + grant.objectId()).distinct().count()
        < grants.size()) {
      throw DomainException.invalid("/grants", "Name each site, device and channel once.");
    }
    for (int i = 0; i < grants.size(); i++) {
      if (!known(grants.get(i), index)) {
        throw DomainException.invalid("/grants/" + i + "/objectId", "This is not there.");
      }
    }
    String text =
        remark == null || remark.isBlank() ? null : Limits.text("/remark", remark, 1, 1000);
    return new RoleDraft(Limits.name(name), text, functions, whole, whole ? List.of() : grants);
  }

  private static boolean known(Grant grant, ScopeIndex index) {
    return switch (grant.kind()) {
      case SITE -> index.knowsSite(grant.objectId());
      case DEVICE -> index.siteOf(grant.objectId()) != null;
      case CHANNEL -> index.deviceOf(grant.objectId()) != null;
    };
  }

  Role role(UUID id, boolean builtIn, long version) {
    return new Role(id, name, remark, functions, whole, builtIn, grants, version);
  }
}
