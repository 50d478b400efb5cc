package org.lynceus.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.audit.AuditAct;
import org.lynceus.audit.NotedAudit;
import org.lynceus.shared.DomainException;
import org.lynceus.shared.Ids;
import org.lynceus.shared.TestEvents;
import org.lynceus.shared.TestTransaction;

class RoleServicePersistenceTest {
  private static final UUID SITE = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final UUID OPERATOR = UUID.fromString("00000000-0000-7000-8000-000000000003");
  private final TestTransaction transaction = new TestTransaction();
  private final RightsStore store = new RightsStore();
  private final RoleService service = new RoleService();
  private final List<Object> facts = new ArrayList<>();
  private final List<AuditAct> noted = new ArrayList<>();

  /** What the caller has himself. */
  private Set<Function> own = Set.of(Function.values());

  private final ScopeIndex index = new ScopeIndex.Builder().site(SITE, null).build();

  @BeforeEach
  void inject() {
    TestTransaction.inject(store, "database", transaction.database());
    Ids ids = new Ids();
    TestTransaction.inject(ids, "clock", Clock.systemUTC());
    TestTransaction.inject(service, "database", transaction.database());
    TestTransaction.inject(service, "store", store);
    TestTransaction.inject(service, "ids", ids);
    TestTransaction.inject(service, "rights", new CallerRights());
    TestTransaction.inject(service, "audit", new NotedAudit(noted));
    TestTransaction.inject(service, "changed", TestEvents.into(facts));
  }

  @AfterEach
  void clear() throws Exception {
    transaction.execute("delete from role_mapping where not fixed and kind = 'GROUP'");
    transaction.execute("delete from role where not built_in");
  }

  /** Rights of a caller who has some functions everywhere. */
  private final class CallerRights extends Rights {
    @Override
    public Permits permits() {
      return Permits.of(
          List.of(new Role(UUID.randomUUID(), "own", null, own, true, false, List.of(), 1)), index);
    }

    @Override
    public synchronized void refresh() {}

    @Override
    ScopeIndex index() {
      return index;
    }
  }

  private <T> T in(Callable<T> work) throws Exception {
    return transaction.run(work);
  }

  private Role add(String name, Set<Function> functions, List<Grant> grants) throws Exception {
    return in(() -> service.add(draft(name, functions, grants)));
  }

  private static RoleDraft draft(String name, Set<Function> functions, List<Grant> grants) {
    return new RoleDraft(name, null, functions, grants.isEmpty(), grants);
  }

  private List<String> names() throws Exception {
    return in(() -> service.roles()).stream().map(Role::name).toList();
  }

  private void remove(Role role) throws Exception {
    in(
        () -> {
          service.remove(role.id(), role.version());
          return 0;
        });
  }

  @Test
  void aRoleComesBackAsItWasMadeAndChanged() throws Exception {
    Grant yard = new Grant(Grant.Kind.SITE, SITE, Set.of(Function.LIVE_VIEW));
    Role made = add("Guards", Set.of(Function.LIVE_VIEW, Function.RECORDING_PLAY), List.of(yard));
    Role read = in(() -> service.role(made.id()));
    assertThat(read.functions())
        .containsExactlyInAnyOrder(Function.LIVE_VIEW, Function.RECORDING_PLAY);
    assertThat(read.whole()).isFalse();
    assertThat(read.grants()).containsExactly(yard);
    Role changed =
        in(
            () ->
                service.change(
                    made.id(), 1, draft("Porters", Set.of(Function.LIVE_VIEW), List.of())));
    assertThat(changed.version()).isEqualTo(2);
    assertThat(in(() -> service.role(made.id())).grants()).isEmpty();
    assertThat(names()).containsExactly("Administrator", "Operator", "Porters");
    assertThat(noted)
        .extracting(AuditAct::action)
        .containsExactly("user.role.add", "user.role.change");
    assertThat(facts).containsOnly(new RightsChanged()).hasSize(2);
  }

  @Test
  void aNameIsThereOnceWhateverItsCase() throws Exception {
    Role guards = add("Guards", Set.of(Function.LIVE_VIEW), List.of());
    assertThatThrownBy(() -> add("GUARDS", Set.of(), List.of()))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("this name");
    in(() -> service.change(guards.id(), 1, draft("guards", Set.of(), List.of())));
    assertThat(names()).contains("guards");
  }

  @Test
  void nobodyGivesChangesOrTakesAwayWhatHeHasNotHimself() throws Exception {
    Role mighty = add("Mighty", Set.of(Function.SYSTEM_CONFIGURE), List.of());
    own = Set.of(Function.USER_CONFIGURE, Function.LIVE_VIEW);
    noted.clear();
    assertThatThrownBy(() -> add("Mine", Set.of(Function.RECORDING_PLAY), List.of()))
        .hasMessageContaining("Nobody gives more than he has");
    assertThatThrownBy(
            () -> in(() -> service.change(mighty.id(), 1, draft("Weak", Set.of(), List.of()))))
        .hasMessageContaining("Nobody gives more than he has");
    assertThatThrownBy(() -> remove(mighty)).hasMessageContaining("Nobody gives");
    assertThatThrownBy(() -> map("guards", mighty.id())).hasMessageContaining("Nobody gives");
    assertThat(in(() -> service.mayChange(mighty))).isFalse();
    assertThat(add("Small", Set.of(Function.LIVE_VIEW), List.of()).version()).isEqualTo(1);
    assertThat(noted).hasSize(1);
  }

  private void map(String group, UUID role) throws Exception {
    in(
        () -> {
          service.map(RoleMapping.Kind.GROUP, group, role);
          return 0;
        });
  }

  @Test
  void aGroupHasARoleOnceUntilItIsTakenAway() throws Exception {
    map("guards", OPERATOR);
    map(" guards ", OPERATOR);
    assertThat(in(service::mappings))
        .filteredOn(mapping -> mapping.name().equals("guards"))
        .hasSize(1);
    in(
        () -> {
          service.unmap(RoleMapping.Kind.GROUP, "guards", OPERATOR);
          return 0;
        });
    assertThat(in(service::mappings)).noneMatch(mapping -> mapping.name().equals("guards"));
    assertThatThrownBy(
            () ->
                in(
                    () -> {
                      service.unmap(RoleMapping.Kind.GROUP, "guards", OPERATOR);
                      return 0;
                    }))
        .hasMessageContaining("no such mapping");
  }

  @Test
  void administratorsStayAdministratorsAndBuiltInRolesStay() throws Exception {
    Role administrator = in(() -> service.role(Role.ADMINISTRATOR));
    Role operator = in(() -> service.role(OPERATOR));
    assertThatThrownBy(() -> remove(administrator)).hasMessageContaining("stays as it is");
    assertThatThrownBy(() -> remove(operator)).hasMessageContaining("built-in");
    assertThatThrownBy(
            () ->
                in(
                    () -> {
                      service.unmap(RoleMapping.Kind.REALM_ROLE, Roles.ADMIN, Role.ADMINISTRATOR);
                      return 0;
                    }))
        .hasMessageContaining("locks everybody out");
    assertThat(in(() -> service.mayChange(administrator))).isFalse();
  }

  @Test
  void aChangeOrRemovalOfAnOlderVersionIsRefused() throws Exception {
    Role guards = add("Guards", Set.of(Function.LIVE_VIEW), List.of());
    in(() -> service.change(guards.id(), 1, draft("Porters", Set.of(), List.of())));
    assertThatThrownBy(
            () -> in(() -> service.change(guards.id(), 1, draft("X", Set.of(), List.of()))))
        .hasMessageContaining("changed meanwhile");
    assertThatThrownBy(() -> remove(guards)).hasMessageContaining("changed meanwhile");
    remove(in(() -> service.role(guards.id())));
    assertThat(names()).containsExactly("Administrator", "Operator");
  }

  @Test
  void aPlaceThatIsNotThereIsRefused() {
    Grant nowhere = new Grant(Grant.Kind.SITE, UUID.randomUUID(), null);
    assertThatThrownBy(() -> add("Lost", Set.of(Function.LIVE_VIEW), List.of(nowhere)))
        .isInstanceOf(DomainException.class);
  }
}
