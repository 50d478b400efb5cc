package org.lynceus.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.shared.Database;
import org.lynceus.shared.Sql;

/** Reads the tables of rights: what was granted, to whom, and the number that tells of changes. */
@ApplicationScoped
public class RightsStore {
  @Inject private Database database;
  @Inject @Any private Instance<ScopeSource> sources;

  /** The same as long as neither rights nor the tree were changed. */
  public long revision() {
    return database.number("select number from rights_revision");
  }

  /** Everything, with a revision that is not newer than what was read. */
  public RightsSnapshot read() {
    long revision = revision();
    ScopeIndex.Builder index = new ScopeIndex.Builder();
    for (ScopeSource source : sources) {
      source.tell(index);
    }
    Map<UUID, Role> roles = new HashMap<>();
    roles(null).forEach(role -> roles.put(role.id(), role));
    return new RightsSnapshot(revision, roles, mappings(), accounts(), index.build());
  }

  /** All roles by name, or those with the ids. */
  public List<Role> roles(@Nullable Collection<UUID> ids) {
    Map<UUID, List<Grant>> grants = new HashMap<>();
    database.list(
        "select * from role_grant order by role_id, kind, object_id",
        row ->
            grants
                .computeIfAbsent(Sql.uuid(row, "role_id"), key -> new ArrayList<>())
                .add(grant(row)));
    return database
        .list("select * from role order by built_in desc, lower(name)", row -> role(row, grants))
        .stream()
        .filter(role -> ids == null || ids.contains(role.id()))
        .toList();
  }

  public List<RoleMapping> mappings() {
    return database.list(
        "select * from role_mapping order by fixed desc, kind, name, role_id",
        row ->
            new RoleMapping(
                RoleMapping.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Sql.uuid(row, "role_id"),
                row.getBoolean("fixed")));
  }

  private Map<String, AccountRoles> accounts() {
    Map<UUID, Set<UUID>> roles = new HashMap<>();
    database.list(
        "select account_id, role_id from account_role",
        row ->
            roles
                .computeIfAbsent(Sql.uuid(row, "account_id"), key -> new HashSet<>())
                .add(Sql.uuid(row, "role_id")));
    Map<String, AccountRoles> accounts = new HashMap<>();
    database.list(
        "select id, username, enabled, ptz_level, expires_at, networks from account",
        row ->
            accounts.put(
                row.getString("username").toLowerCase(Locale.ROOT),
                new AccountRoles(
                    row.getBoolean("enabled"),
                    Sql.instantOrNull(row, "expires_at"),
                    row.getInt("ptz_level"),
                    roles.getOrDefault(Sql.uuid(row, "id"), Set.of()),
                    AccountService.networks(row))));
    return accounts;
  }

  private static Role role(ResultSet row, Map<UUID, List<Grant>> grants) throws SQLException {
    UUID id = Sql.uuid(row, "id");
    return new Role(
        id,
        row.getString("name"),
        row.getString("remark"),
        Function.all(words(row)),
        row.getBoolean("whole"),
        row.getBoolean("built_in"),
        grants.getOrDefault(id, List.of()),
        row.getLong("version"));
  }

  private static Grant grant(ResultSet row) throws SQLException {
    return new Grant(
        Grant.Kind.valueOf(row.getString("kind")),
        Sql.uuid(row, "object_id"),
        row.getArray("functions") == null ? null : Function.all(words(row)));
  }

  private static List<String> words(ResultSet row) throws SQLException {
    return List.of((String[]) row.getArray("functions").getArray());
  }
}
