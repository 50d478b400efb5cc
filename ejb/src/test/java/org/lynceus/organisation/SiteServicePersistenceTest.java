package org.lynceus.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
import org.lynceus.user.Function;
import org.lynceus.user.TestRights;

class SiteServicePersistenceTest {
  private final TestTransaction transaction = new TestTransaction();
  private final SiteService service = new SiteService();
  private final List<Object> facts = new ArrayList<>();
  private final List<AuditAct> noted = new ArrayList<>();

  @BeforeEach
  void inject() {
    TestTransaction.inject(service, "database", transaction.database());
    Ids ids = new Ids();
    TestTransaction.inject(ids, "clock", Clock.systemUTC());
    TestTransaction.inject(service, "ids", ids);
    TestTransaction.inject(
        service,
        "rights",
        new TestRights() {
          @Override
          public void requireSite(Function function, UUID site) {}
        });
    TestTransaction.inject(service, "audit", new NotedAudit(noted));
    TestTransaction.inject(service, "removed", TestEvents.into(facts));
    TestTransaction.inject(service, "changed", TestEvents.into(facts));
  }

  @AfterEach
  void clear() throws Exception {
    transaction.execute("delete from site where parent_id is not null");
  }

  private <T> T in(Callable<T> work) throws Exception {
    return transaction.run(work);
  }

  private Site add(UUID parent, String name) throws Exception {
    return in(() -> service.add(parent, name, null));
  }

  private SiteTree tree() throws Exception {
    return in(() -> SiteQueries.read(transaction.database()));
  }

  private List<String> below(UUID parent) throws Exception {
    return tree().children(parent).stream().map(Site::name).toList();
  }

  @Test
  void sitesStandInTheOrderTheyWereAddedAndWhereTheyAreMovedTo() throws Exception {
    Site a = add(Site.ROOT, "A");
    add(Site.ROOT, "B");
    add(Site.ROOT, "C");
    assertThat(below(Site.ROOT)).containsExactly("A", "B", "C");
    in(() -> service.move(a.id(), a.version(), Site.ROOT, 1));
    assertThat(below(Site.ROOT)).containsExactly("B", "A", "C");
    Site moved = tree().site(a.id());
    in(() -> service.move(a.id(), moved.version(), Site.ROOT, 99));
    assertThat(below(Site.ROOT)).containsExactly("B", "C", "A");
  }

  @Test
  void aSiteIsNeverPutBelowItself() throws Exception {
    Site a = add(Site.ROOT, "A");
    Site inner = add(a.id(), "Inner");
    assertThatThrownBy(() -> in(() -> service.move(a.id(), a.version(), inner.id(), 0)))
        .isInstanceOf(DomainException.class)
        .hasMessageContaining("below itself");
    assertThat(below(a.id())).containsExactly("Inner");
  }

  @Test
  void aTreeEndsAtTenLevelsWhetherGrownOrMoved() throws Exception {
    UUID deepest = Site.ROOT;
    for (int level = 2; level <= SiteTree.DEEPEST; level++) {
      deepest = add(deepest, "Level " + level).id();
    }
    UUID last = deepest;
    assertThatThrownBy(() -> add(last, "Too deep")).hasMessageContaining("10 levels");
    Site pair = add(Site.ROOT, "Pair");
    add(pair.id(), "Lower");
    UUID parent = tree().site(last).parentId();
    assertThatThrownBy(() -> in(() -> service.move(pair.id(), pair.version(), parent, 0)))
        .hasMessageContaining("10 levels");
  }

  @Test
  void whatIsBelowARemovedSiteTakesItsPlace() throws Exception {
    add(Site.ROOT, "First");
    Site gone = add(Site.ROOT, "Gone");
    add(Site.ROOT, "Last");
    add(gone.id(), "X");
    add(gone.id(), "Y");
    facts.clear();
    in(
        () -> {
          service.remove(gone.id(), gone.version());
          return null;
        });
    assertThat(below(Site.ROOT)).containsExactly("First", "X", "Y", "Last");
    assertThat(facts).first().isEqualTo(new SiteRemoved(gone.id(), Site.ROOT));
    assertThat(noted.get(noted.size() - 1).action()).isEqualTo("organisation.site.remove");
  }

  @Test
  void aChangeOfAnOlderVersionIsRefusedAndTheRootStays() throws Exception {
    Site a = add(Site.ROOT, "A");
    in(() -> service.change(a.id(), a.version(), "A2", null));
    assertThatThrownBy(() -> in(() -> service.change(a.id(), a.version(), "A3", null)))
        .isInstanceOf(DomainException.class);
    assertThat(below(Site.ROOT)).containsExactly("A2");
    long version = tree().site(Site.ROOT).version();
    assertThatThrownBy(
            () ->
                in(
                    () -> {
                      service.remove(Site.ROOT, version);
                      return null;
                    }))
        .hasMessageContaining("root");
  }
}
