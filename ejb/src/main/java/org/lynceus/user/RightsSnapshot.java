package org.lynceus.user;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All rights as they were stored at one moment. What was worked out for a caller is kept as long as
 * the snapshot is.
 */
public final class RightsSnapshot {
  private static final int MOST_KEPT = 10_000;

  /** Before anything was read: nobody may do anything. */
  static final RightsSnapshot EMPTY =
      new RightsSnapshot(-1, Map.of(), List.of(), Map.of(), new ScopeIndex.Builder().build());

  private final long revision;
  private final Map<UUID, Role> roles;
  private final List<RoleMapping> mappings;
  private final Map<String, AccountRoles> accounts;
  private final ScopeIndex index;
  private final Permits none;
  private final Map<Caller, Permits> known = new ConcurrentHashMap<>();

  /**
   * A snapshot.
   *
   * @param accounts by user name in small letters
   */
  public RightsSnapshot(
      long revision,
      Map<UUID, Role> roles,
      List<RoleMapping> mappings,
      Map<String, AccountRoles> accounts,
      ScopeIndex index) {
    this.revision = revision;
    this.roles = Map.copyOf(roles);
    this.mappings = List.copyOf(mappings);
    this.accounts = Map.copyOf(accounts);
    this.index = index;
    this.none = Permits.of(List.of(), index);
  }

  long revision() {
    return revision;
  }

  ScopeIndex index() {
    return index;
  }

  /** What the caller may do now. */
  Permits permits(Caller caller, Instant now) {
    @Nullable AccountRoles account = account(caller);
    if (account != null && !account.valid(now)) {
      return none;
    }
    @Nullable Permits found = known.get(caller);
    if (found == null) {
      found = Permits.of(roles(caller), index);
      if (known.size() >= MOST_KEPT) {
        known.clear();
      }
      known.put(caller, found);
    }
    return found;
  }

  @Nullable AccountRoles account(Caller caller) {
    return accounts.get(caller.name().toLowerCase(Locale.ROOT));
  }

  /** His own and those of his groups and realm roles. */
  List<Role> roles(Caller caller) {
    List<UUID> ids = new ArrayList<>();
    @Nullable AccountRoles account = account(caller);
    if (account != null) {
      ids.addAll(account.roles());
    }
    mappings.stream().filter(m -> m.matches(caller)).map(RoleMapping::roleId).forEach(ids::add);
    return ids.stream().distinct().map(roles::get).filter(Objects::nonNull).toList();
  }
}
