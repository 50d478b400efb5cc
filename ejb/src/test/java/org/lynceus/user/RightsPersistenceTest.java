package org.lynceus.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.TestTransaction;

class RightsPersistenceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ROOT = "00000000-0000-7000-8000-000000000001";
  private final TestTransaction transaction = new TestTransaction();
  private final RightsStore store = new RightsStore();
  private final UUID site = UUID.randomUUID();
  private final UUID role = UUID.randomUUID();

  @BeforeEach
  void grantASite() throws Exception {
    TestTransaction.inject(store, "database", transaction.database());
    TestTransaction.inject(store, "sources", nothing());
    transaction.execute(
        "insert into site (id, parent_id, name, position, version) values ('%s', '%s', 'Yard', 0, 1)"
            .formatted(site, ROOT));
    transaction.execute(
        "insert into role (id, name, functions, whole, version) values ('%s', '%s',"
                .formatted(role, role)
            + " '{live.view,recording.play,not.known}', false, 1)");
    transaction.execute(
        "insert into role_grant (role_id, kind, object_id, functions) values ('%s', 'SITE', '%s',"
                .formatted(role, site)
            + " '{live.view,ptz.operate}')");
  }

  @AfterEach
  void remove() throws Exception {
    transaction.execute("delete from role where id = '" + role + "'");
    transaction.execute("delete from site where id = '" + site + "'");
    transaction.execute("delete from account");
  }

  @SuppressWarnings("unchecked")
  private static jakarta.enterprise.inject.Instance<ScopeSource> nothing() {
    return (jakarta.enterprise.inject.Instance<ScopeSource>)
        Proxy.newProxyInstance(
            RightsPersistenceTest.class.getClassLoader(),
            new Class<?>[] {jakarta.enterprise.inject.Instance.class},
            (proxy, method, arguments) -> {
              Iterator<ScopeSource> none = List.<ScopeSource>of().iterator();
              return method.getName().equals("iterator") ? none : null;
            });
  }

  private <T> T read(Callable<T> work) throws Exception {
    return transaction.run(work);
  }

  private long raisedBy(String... statements) throws Exception {
    long before = read(store::revision);
    for (String statement : statements) {
      transaction.execute(statement);
    }
    return read(store::revision) - before;
  }

  @Test
  void aRoleComesBackWithTheFunctionsThatAreKnown() throws Exception {
    Role found = read(() -> store.roles(Set.of(role))).get(0);
    assertThat(found.functions())
        .containsExactlyInAnyOrder(Function.LIVE_VIEW, Function.RECORDING_PLAY);
    assertThat(found.grants()).hasSize(1);
    assertThat(found.grants().get(0).of(found.functions())).containsExactly(Function.LIVE_VIEW);
  }

  @Test
  void administratorsAndOperatorsHaveTheirRolesByTheRealm() throws Exception {
    RightsSnapshot snapshot = read(store::read);
    Permits administrator =
        snapshot.permits(new Caller("a", Set.of(Roles.ADMIN, Roles.OPERATOR), Set.of()), NOW);
    assertThat(administrator.functions()).containsExactlyInAnyOrder(Function.values());
    Permits operator = snapshot.permits(new Caller("o", Set.of(Roles.OPERATOR), Set.of()), NOW);
    assertThat(operator.mayEverywhere(Function.LIVE_VIEW)).isTrue();
    assertThat(operator.may(Function.DEVICE_CONFIGURE)).isFalse();
    Permits user = snapshot.permits(new Caller("u", Set.of(Roles.USER), Set.of()), NOW);
    assertThat(user.functions()).isEmpty();
  }

  @Test
  void anAccountGivesItsRolesUntilItExpiresOrIsDisabled() throws Exception {
    UUID account = UUID.randomUUID();
    transaction.execute(
        "insert into account (id, username, expires_at, created_at, version) values ('%s', 'Anna',"
                .formatted(account)
            + " '2026-11-22T13:00:00Z', now(), 1)");
    transaction.execute(
        "insert into account_role (account_id, role_id) values ('%s', '%s')"
            .formatted(account, role));
    Caller anna = new Caller("anna", Set.of(Roles.USER), Set.of());
    RightsSnapshot snapshot = read(store::read);
    assertThat(snapshot.permits(anna, NOW).functions()).isEmpty();
    assertThat(snapshot.roles(anna)).extracting(Role::id).containsExactly(role);
    transaction.execute("update role set whole = true where id = '" + role + "'");
    snapshot = read(store::read);
    assertThat(snapshot.permits(anna, NOW).mayEverywhere(Function.LIVE_VIEW)).isTrue();
    assertThat(snapshot.permits(anna, NOW.plusSeconds(3600)).functions()).isEmpty();
    transaction.execute("update account set enabled = false");
    assertThat(read(store::read).permits(anna, NOW).functions()).isEmpty();
  }

  @Test
  void aGroupGivesItsRoleWithOrWithoutASlash() throws Exception {
    transaction.execute(
        "insert into role_mapping (kind, name, role_id) values ('GROUP', 'guards', '%s')"
            .formatted(role));
    RightsSnapshot snapshot = read(store::read);
    for (String group : List.of("guards", "/guards")) {
      assertThat(snapshot.roles(new Caller("g", Set.of(), Set.of(group))))
          .extracting(Role::id)
          .containsExactly(role);
    }
  }

  @Test
  void everyTransactionThatChangesRightsRaisesTheRevisionOnce() throws Exception {
    assertThat(raisedBy("update role set remark = 'x' where id = '" + role + "'")).isEqualTo(1);
    assertThat(
            raisedBy(
                "update role set remark = 'y' where id = '%s'; delete from role_grant where role_id = '%s'"
                    .formatted(role, role)))
        .isEqualTo(1);
    assertThat(raisedBy("update site set name = 'Court' where id = '" + site + "'")).isEqualTo(1);
    assertThat(raisedBy("select 1")).isZero();
  }

  @Test
  void whatIsGrantedOnSomethingGoesWithIt() throws Exception {
    transaction.execute("delete from site where id = '" + site + "'");
    assertThat(read(() -> store.roles(Set.of(role))).get(0).grants()).isEmpty();
  }
}
