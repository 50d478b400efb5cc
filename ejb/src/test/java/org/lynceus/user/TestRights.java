package org.lynceus.user;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Rights of anna, who did not sign in: everything everywhere, or what a test says. */
public class TestRights extends Rights {
  private Scope scope = Scope.ALL;

  /** From now on only there. */
  public void only(Scope newScope) {
    scope = newScope;
  }

  @Override
  public Caller caller() {
    return new Caller("anna", Set.of(), Set.of());
  }

  @Override
  public List<Role> roles() {
    return List.of();
  }

  @Override
  public Permits permits() {
    Role all =
        new Role(
            UUID.randomUUID(), "all", null, Set.of(Function.values()), true, true, List.of(), 1);
    return Permits.of(scope.all() ? List.of(all) : List.of(), new ScopeIndex.Builder().build());
  }

  @Override
  public Scope scope(Function function) {
    return scope;
  }

  @Override
  public Scope visible() {
    return scope;
  }

  @Override
  public void requireSeen(UUID channel) {}

  @Override
  public void require(Function function, UUID channel) {}

  @Override
  public void requireSeenDevice(UUID device) {}

  @Override
  public Set<UUID> sitesBelow(UUID site) {
    return Set.of(site);
  }
}
