package org.lynceus.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.AuditLog;
import org.lynceus.shared.Database;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.Limits;
import org.lynceus.shared.ProblemType;

/**
 * Roles and who has them by a group or realm role of Keycloak. Nobody gives, or changes, what he
 * has not himself, so that the right to make roles is not the right to everything.
 */
@Stateless
@RolesAllowed({Roles.USER, Roles.OPERATOR, Roles.ADMIN})
@Needs(Function.USER_CONFIGURE)
public class RoleService {
  private static final int MOST = 1000;

  @Inject private Database database;
  @Inject private RightsStore store;
  @Inject private Rights rights;
  @Inject private AuditLog audit;
  @Inject private Ids ids;
  @Inject private Event<RightsChanged> changed;

  /** All roles, the built-in ones first, then by name. */
  public List<Role> roles() {
    return store.roles(null);
  }

  public Role role(UUID id) {
    List<Role> found = store.roles(Set.of(id));
    if (found.isEmpty()) {
      throw DomainException.notFound("role");
    }
    return found.get(0);
  }

  /** Whether the caller may change the role. */
  public boolean mayChange(Role role) {
    return !role.id().equals(Role.ADMINISTRATOR) && rights.permits().covers(role);
  }

  public Role add(RoleDraft asked) {
    Role role = wanted(ids.next(), false, 1, asked);
    if (database.number("select count(*) from role") >= MOST) {
      throw new DomainException(ProblemType.CONFLICT, "There are " + MOST + " roles already.");
    }
    database.update(
        "insert into role (id, name, remark, functions, whole, version) values (?, ?, ?, ?, ?, 1)",
        role.id(),
        role.name(),
        role.remark(),
        words(role.functions()),
        role.whole());
    return stored("user.role.add", null, role);
  }

  public Role change(UUID id, long version, RoleDraft asked) {
    Role before = changeable(id);
    Role role = wanted(id, before.builtIn(), version + 1, asked);
    Limits.changed(
        database.update(
            "update role set name = ?, remark = ?, functions = ?, whole = ?, version = version + 1"
                + " where id = ? and version = ?",
            role.name(),
            role.remark(),
            words(role.functions()),
            role.whole(),
            id,
            version),
        "role");
    database.update("delete from role_grant where role_id = ?", id);
    return stored("user.role.change", before, role);
  }

  /** Removes a role; who had it loses what it gave. */
  public void remove(UUID id, long version) {
    Role before = changeable(id);
    if (before.builtIn()) {
      throw new DomainException(ProblemType.CONFLICT, "A built-in role cannot be removed.");
    }
    Limits.changed(
        database.update("delete from role where id = ? and version = ?", id, version), "role");
    audit.note(AuditAct.of("user.role.remove", "role", id, before.name()).was(shown(before)));
    changed.fire(new RightsChanged());
  }

  public List<RoleMapping> mappings() {
    return store.mappings();
  }

  /** Gives the role to everybody in a group, or with a realm role, of Keycloak. */
  public void map(RoleMapping.Kind kind, String name, UUID roleId) {
    Role role = role(roleId);
    rights.requireMayGive(role);
    String trimmed = Limits.text("/name", name, 1, 255);
    database.update(
        "insert into role_mapping (kind, name, role_id) values (?, ?, ?) on conflict do nothing",
        kind,
        trimmed,
        roleId);
    audit.note(AuditAct.of("user.role.map", "role", roleId, role.name()).is(said(kind, trimmed)));
    changed.fire(new RightsChanged());
  }

  /** Takes it away again. That administrators of the realm are administrators here stays. */
  public void unmap(RoleMapping.Kind kind, String name, UUID roleId) {
    RoleMapping mapping =
        store.mappings().stream()
            .filter(m -> m.kind() == kind && m.name().equals(name) && m.roleId().equals(roleId))
            .findFirst()
            .orElseThrow(() -> DomainException.notFound("mapping"));
    if (mapping.fixed()) {
      throw new DomainException(
          ProblemType.CONFLICT, "This stays, so that nobody locks everybody out.");
    }
    Role role = role(roleId);
    rights.requireMayGive(role);
    database.update(
        "delete from role_mapping where kind = ? and name = ? and role_id = ?", kind, name, roleId);
    audit.note(AuditAct.of("user.role.unmap", "role", roleId, role.name()).was(said(kind, name)));
    changed.fire(new RightsChanged());
  }

  private Role wanted(UUID id, boolean builtIn, long version, RoleDraft asked) {
    rights.refresh();
    RoleDraft draft = asked.checked(rights.index());
    if (database.number(
            "select count(*) from role where lower(name) = lower(?) and id <> ?", draft.name(), id)
        > 0) {
      throw DomainException.invalid("/name", "Another role has this name.");
    }
    Role role = draft.role(id, builtIn, version);
    rights.requireMayGive(role);
    return role;
  }

  private Role changeable(UUID id) {
    Role role = role(id);
    if (id.equals(Role.ADMINISTRATOR)) {
      throw new DomainException(
          ProblemType.CONFLICT,
          "The role of administrators stays as it is; make a role beside it.");
    }
    rights.requireMayGive(role);
    return role;
  }

  private Role stored(String action, @Nullable Role before, Role role) {
    database.batch(
        "insert into role_grant (role_id, kind, object_id, functions) values (?, ?, ?, ?)",
        role.grants().stream()
            .map(
                grant ->
                    new @Nullable Object[] {
                      role.id(),
                      grant.kind(),
                      grant.objectId(),
                      grant.functions() == null ? null : words(grant.functions())
                    })
            .toList());
    audit.note(
        AuditAct.of(action, "role", role.id(), role.name())
            .was(before == null ? null : shown(before))
            .is(shown(role)));
    changed.fire(new RightsChanged());
    return role;
  }

  private static Object shown(Role role) {
    return java.util.Map.of(
        "name", role.name(),
        "functions", String.join(" ", List.of(words(role.functions()))),
        "whole", role.whole(),
        "grants",
            role.grants().stream()
                .limit(200)
                .map(
                    grant ->
                        grant.kind()
                            + " "
                            + grant.objectId()
                            + (grant.functions() == null
                                ? ""
                                : " " + String.join(" ", List.of(words(grant.functions())))))
                .toList());
  }

  private static Object said(RoleMapping.Kind kind, String name) {
    return java.util.Map.of("kind", kind.name(), "name", name);
  }

  private static String[] words(Set<Function> functions) {
    return functions.stream().sorted().map(Function::word).toArray(String[]::new);
  }
}
