package org.lynceus.user;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;
import org.lynceus.shared.Sql;

/**
 * The accounts of the center, one transaction per call. Rights are checked by {@link UserFlow},
 * which alone calls the writing methods and speaks with Keycloak outside of them.
 */
@Stateless
@PermitAll
public class AccountService {
  private static final String SELECT =
      """
      select a.*, array(select r.role_id from account_role r where r.account_id = a.id
        order by 1) as roles from account a
      """;

  @Inject private Database database;
  @Inject private AuditLog audit;
  @Inject private Clock clock;
  @Inject private Event<RightsChanged> changed;

  /** The accounts of users, by id; users without one are left out. */
  public Map<UUID, Account> accounts(Collection<UUID> ids) {
    Map<UUID, Account> found = new HashMap<>();
    database
        .list(SELECT + " where a.id = any(?)", AccountService::account, ids)
        .forEach(account -> found.put(account.id(), account));
    return found;
  }

  /** Sets what the center knows of a user; the version is the one the caller saw. */
  public Account set(SignInUser user, UserDraft draft, long version, boolean isNew) {
    Account before = accounts(List.of(user.id())).get(user.id());
    if (version != (before == null ? 0 : before.version())) {
      throw new DomainException(
          ProblemType.STALE_VERSION, "The user was changed meanwhile; load it again.");
    }
    if (before == null) {
      database.update("delete from account where lower(username) = lower(?)", user.username());
      database.update(
          "insert into account (id, username, enabled, ptz_level, expires_at, remark,"
              + " many_sessions, networks, created_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
          user.id(),
          user.username(),
          draft.enabled(),
          draft.ptzLevel(),
          draft.expiresAt(),
          draft.remark(),
          draft.manySessions(),
          texts(draft.networks()),
          clock.instant());
    } else {
      Limits.changed(
          database.update(
              "update account set enabled = ?, ptz_level = ?, expires_at = ?,"
                  + " remark = ?, many_sessions = ?, networks = ?, version = version + 1 where id = ? and version = ?",
              draft.enabled(),
              draft.ptzLevel(),
              draft.expiresAt(),
              draft.remark(),
              draft.manySessions(),
              texts(draft.networks()),
              user.id(),
              version),
          "user");
    }
    roles(user.id(), draft.roleIds());
    changed.fire(new RightsChanged());
    Account after = accounts(List.of(user.id())).get(user.id());
    audit.note(
        AuditAct.of(isNew ? "user.add" : "user.change", "user", user.id(), user.username())
            .was(isNew ? null : new User(user, before == null ? Account.unset(user) : before))
            .is(draft));
    return after == null ? Account.unset(user) : after;
  }

  private void roles(UUID account, List<UUID> roles) {
    database.update("delete from account_role where account_id = ?", account);
    database.batch(
        "insert into account_role (account_id, role_id) values (?, ?)",
        roles.stream().map(role -> new @Nullable Object[] {account, role}).toList());
  }

  public void remove(SignInUser user) {
    Account before = accounts(List.of(user.id())).get(user.id());
    database.update("delete from account where id = ?", user.id());
    changed.fire(new RightsChanged());
    audit.note(
        AuditAct.of("user.remove", "user", user.id(), user.username())
            .was(new User(user, before == null ? Account.unset(user) : before)));
  }

  /** Notes an act that changes nothing here: a new password, ended sessions. */
  public void note(String action, SignInUser user) {
    audit.note(AuditAct.of(action, "user", user.id(), user.username()));
  }

  /** Enabled accounts whose time is over. */
  public List<Account> expired() {
    return database.list(
        SELECT + " where a.enabled and a.expires_at <= ? order by a.expires_at limit 100",
        AccountService::account,
        clock.instant());
  }

  /** Disables an account whose time is over. */
  public void expire(Account account) {
    database.update(
        "update account set enabled = false, version = version + 1 where id = ?", account.id());
    changed.fire(new RightsChanged());
    audit.noteOfCenter(
        "expiry",
        AuditAct.of("user.expire", "user", account.id(), account.username()).was(account));
  }

  /** Enabled accounts that have a role, not expired. */
  public List<UUID> having(UUID role) {
    return database.list(
        "select a.id from account a join account_role r on r.account_id = a.id where r.role_id = ?"
            + " and a.enabled and (a.expires_at is null or a.expires_at > ?)",
        row -> Sql.uuid(row, "id"),
        role,
        clock.instant());
  }

  private static String[] texts(List<NetworkRange> networks) {
    return networks.stream().map(NetworkRange::text).toArray(String[]::new);
  }

  static List<NetworkRange> networks(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("networks").getArray())
        .map(NetworkRange::new)
        .toList();
  }

  private static Account account(ResultSet row) throws SQLException {
    @Nullable Instant expires = Sql.instantOrNull(row, "expires_at");
    return new Account(
        Sql.uuid(row, "id"),
        row.getString("username"),
        row.getBoolean("enabled"),
        row.getInt("ptz_level"),
        row.getBoolean("many_sessions"),
        expires,
        row.getString("remark"),
        List.of((UUID[]) row.getArray("roles").getArray()),
        networks(row),
        row.getLong("version"));
  }
}
