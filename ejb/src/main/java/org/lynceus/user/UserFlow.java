package org.lynceus.user;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.CallerFacts;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.Page;
import org.lynceus.shared.PageKey;
import org.lynceus.shared.ProblemType;
import org.lynceus.user.session.SessionEnd;
import org.lynceus.user.session.SessionService;

/**
 * What administrators do with users. Keycloak is asked outside any transaction, then one call of
 * {@link AccountService} stores and audits. Nobody takes the way in from himself or from the last
 * administrator, and nobody touches a user who may more than he does.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UserFlow {
  private static final UUID ADMINISTRATOR = UUID.fromString("00000000-0000-7000-8000-000000000002");

  @Resource private SessionContext context;
  @Inject private SignInUsers signIn;
  @Inject private AccountService accounts;
  @Inject private RightsStore roles;
  @Inject private Rights rights;
  @Inject private SessionService sessions;
  @Inject private CallerFacts facts;
  @Inject private Clock clock;

  /** A user with the password that is shown once. */
  public record Admitted(User user, String password) {}

  public Page<User> users(@Nullable String q, int limit, @Nullable String after) {
    rights.require(Function.USER_CONFIGURE);
    if (q != null && q.length() > 100) {
      throw DomainException.invalid("q", "Search for at most 100 characters.");
    }
    PageKey key = PageKey.decode(after);
    int first = key == null ? 0 : (int) Math.min(key.number(), 1_000_000);
    List<SignInUser> found = signIn.search(q, first, Limits.page(limit) + 1);
    Map<UUID, Account> known = accounts.accounts(found.stream().map(SignInUser::id).toList());
    List<User> users =
        found.stream()
            .limit(limit)
            .map(user -> new User(user, known.getOrDefault(user.id(), Account.unset(user))))
            .toList();
    return new Page<>(
        users,
        found.size() > limit ? new PageKey("", Integer.toString(first + limit)).encode() : null);
  }

  public User user(UUID id) {
    rights.require(Function.USER_CONFIGURE);
    return load(id);
  }

  public List<String> passwordPolicy() {
    rights.require(Function.USER_CONFIGURE);
    return signIn.passwordPolicy();
  }

  public Admitted add(UserDraft draft) {
    rights.require(Function.USER_CONFIGURE);
    requireGivable(draft.roleIds(), List.of());
    requireFuture(draft);
    String password = Passwords.next();
    UUID id = signIn.add(draft, password);
    try {
      SignInUser made = signIn.user(id);
      Account account = accounts.set(made, draft, 0, true);
      return new Admitted(new User(made, account), password);
    } catch (RuntimeException e) {
      signIn.remove(id);
      throw e;
    }
  }

  public User change(UUID id, long version, UserDraft draft) {
    rights.require(Function.USER_CONFIGURE);
    User before = load(id);
    requireNotAbove(before);
    requireGivable(draft.roleIds(), before.account().roleIds());
    if (!draft.username().equals(before.signIn().username().toLowerCase(Locale.ROOT))) {
      throw DomainException.invalid("/username", "The user name cannot be changed.");
    }
    requireOwnAddress(before, draft);
    boolean ends = !draft.enabled() && before.signIn().enabled();
    if (ends) {
      requireOther(before, "disables");
    }
    if (ends || !draft.roleIds().contains(ADMINISTRATOR) || draft.expiresAt() != null) {
      requireAnotherAdministrator(before, ends || draft.expiresAt() != null);
    }
    if (draft.enabled()) {
      requireFuture(draft);
    }
    requireVersion(before, version);
    signIn.change(id, draft);
    Account account = accounts.set(before.signIn(), draft, version, false);
    if (ends) {
      signIn.endSessions(id);
      sessions.endAll(before.signIn().username(), SessionEnd.DISABLED);
    } else if (before.account().manySessions() && !account.manySessions()) {
      sessions.endAllButNewest(before.signIn().username());
    }
    return new User(signIn.user(id), account);
  }

  /** Makes a new temporary password and ends the sessions that the old one opened. */
  public String resetPassword(UUID id) {
    rights.require(Function.USER_CONFIGURE);
    User user = load(id);
    requireNotAbove(user);
    String password = Passwords.next();
    accounts.note("user.password", user.signIn());
    signIn.password(id, password);
    signIn.endSessions(id);
    sessions.endAll(user.signIn().username(), SessionEnd.PASSWORD);
    return password;
  }

  public void remove(UUID id, long version) {
    rights.require(Function.USER_CONFIGURE);
    User user = load(id);
    requireNotAbove(user);
    requireOther(user, "deletes");
    requireAnotherAdministrator(user, true);
    requireVersion(user, version);
    signIn.endSessions(id);
    signIn.remove(id);
    accounts.remove(user.signIn());
    sessions.endAll(user.signIn().username(), SessionEnd.DISABLED);
  }

  private static void requireVersion(User user, long version) {
    if (user.account().version() != version) {
      throw new DomainException(
          ProblemType.STALE_VERSION, "The user was changed meanwhile; load it again.");
    }
  }

  private User load(UUID id) {
    SignInUser found = signIn.user(id);
    if (found.username().startsWith("service-account-")) {
      throw DomainException.notFound("user");
    }
    Account account = accounts.accounts(List.of(id)).get(id);
    return new User(found, account == null ? Account.unset(found) : account);
  }

  /** Nobody shuts himself out. */
  private void requireOwnAddress(User user, UserDraft draft) {
    @Nullable String address = facts.address();
    boolean himself =
        user.signIn().username().equalsIgnoreCase(context.getCallerPrincipal().getName());
    if (himself
        && !draft.networks().isEmpty()
        && draft.networks().stream().noneMatch(network -> network.contains(address))) {
      throw DomainException.invalid(
          "/networks", "You would shut yourself out: you come from " + address + ".");
    }
  }

  private void requireFuture(UserDraft draft) {
    if (draft.expiresAt() != null && !draft.expiresAt().isAfter(clock.instant())) {
      throw DomainException.invalid("/expiresAt", "The end must be in the future.");
    }
  }

  /** Roles that are given newly must exist, and nobody gives more than he has. */
  private void requireGivable(Collection<UUID> wanted, Collection<UUID> before) {
    Set<UUID> fresh = new HashSet<>(wanted);
    fresh.removeAll(before);
    List<Role> found = fresh.isEmpty() ? List.of() : roles.roles(fresh);
    if (found.size() != fresh.size()) {
      throw DomainException.invalid("/roleIds", "There is no such role.");
    }
    found.forEach(rights::requireMayGive);
  }

  /** Whoever could reset a mightier user's password would be as mighty. */
  private void requireNotAbove(User user) {
    UUID id = user.signIn().id();
    Set<String> realmRoles = new HashSet<>(signIn.realmRoles(id));
    Set<String> groups = new HashSet<>(signIn.groups(id));
    Set<UUID> his = new HashSet<>(user.account().roleIds());
    for (RoleMapping mapping : roles.mappings()) {
      Set<String> names = mapping.kind() == RoleMapping.Kind.GROUP ? groups : realmRoles;
      if (names.contains(mapping.name()) || names.contains("/" + mapping.name())) {
        his.add(mapping.roleId());
      }
    }
    if (!his.isEmpty()) {
      roles.roles(his).forEach(rights::requireMayGive);
    }
  }

  private void requireOther(User user, String what) {
    if (user.signIn().username().equalsIgnoreCase(context.getCallerPrincipal().getName())) {
      throw new DomainException(ProblemType.CONFLICT, "Nobody " + what + " himself.");
    }
  }

  /**
   * Refuses an act after which nobody could administrate.
   *
   * @param wholly whether the user loses the sign-in, not only a role of the center
   */
  private void requireAnotherAdministrator(User user, boolean wholly) {
    UUID id = user.signIn().id();
    Set<UUID> administrators = signIn.administrators();
    if (!wholly && administrators.contains(id)) {
      return;
    }
    Set<UUID> all = new HashSet<>(administrators);
    all.addAll(accounts.having(ADMINISTRATOR));
    if (all.contains(id) && all.size() == 1) {
      throw new DomainException(
          ProblemType.CONFLICT, "This is the last administrator; make another one first.");
    }
  }
}
