package org.lynceus.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.SessionContext;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.shared.Ids;
import org.lynceus.shared.PostgresServer;
import org.lynceus.shared.TestTransaction;

class AuditLogPersistenceTest {
  private final TestTransaction transaction = new TestTransaction();
  private final AuditKey key = new AuditKey();
  private AuditLog log;
  private final AuditSeals seals = new AuditSeals();
  private final AuditVerification verification = new AuditVerification();
  private final AuditQueries queries = new AuditQueries();

  @BeforeEach
  void wire() throws Exception {
    AuditReaders everybody = () -> {};
    log = log(transaction);
    for (Object bean : new Object[] {seals, verification, queries}) {
      TestTransaction.inject(bean, "database", transaction.database());
    }
    TestTransaction.inject(seals, "clock", Clock.systemUTC());
    TestTransaction.inject(seals, "key", key);
    TestTransaction.inject(verification, "key", key);
    TestTransaction.inject(verification, "readers", everybody);
    TestTransaction.inject(queries, "readers", everybody);
    behindTheBack("delete from audit_entry", "delete from audit_seal", "delete from audit_cut");
  }

  private AuditLog log(TestTransaction writing) {
    AuditLog made = new AuditLog();
    Ids ids = new Ids();
    TestTransaction.inject(ids, "clock", Clock.systemUTC());
    CallerFacts facts = new CallerFacts();
    facts.tell("subject-1", "192.0.2.7", "0123456789abcdef", "c1");
    TestTransaction.inject(made, "database", writing.database());
    TestTransaction.inject(made, "context", caller("anna"));
    TestTransaction.inject(made, "facts", facts);
    TestTransaction.inject(made, "ids", ids);
    TestTransaction.inject(made, "clock", Clock.systemUTC());
    TestTransaction.inject(made, "key", key);
    TestTransaction.inject(made, "sealer", new AuditSealer());
    return made;
  }

  private static SessionContext caller(String name) {
    Principal principal = () -> name;
    return (SessionContext)
        Proxy.newProxyInstance(
            AuditLogPersistenceTest.class.getClassLoader(),
            new Class<?>[] {SessionContext.class},
            (proxy, method, arguments) -> principal);
  }

  /** As somebody who owns the database can, with the triggers off. */
  private static void behindTheBack(String... statements) throws Exception {
    try (var connection = PostgresServer.database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void note(String name) throws Exception {
    transaction.run(
        () -> {
          log.note(
              AuditAct.of("device.change", "device", "d1", name)
                  .because("moved")
                  .was(Map.of("name", "Gate"))
                  .is(Map.of("name", name, "password", "geheim")));
          return true;
        });
  }

  private void seal() throws Exception {
    transaction.run(seals::seal);
  }

  private AuditReport verify() throws Exception {
    return transaction.run(() -> verification.verify(null));
  }

  private long numberOf(String name) throws Exception {
    return transaction.count("select id from audit_entry where object = '" + name + "'");
  }

  @Test
  void whatIsLoggedCannotBeChangedDeletedOrEmptied() throws Exception {
    note("a");
    seal();
    for (String sql :
        new String[] {
          "update audit_entry set by_user = 'bert'",
          "delete from audit_entry",
          "truncate audit_entry",
          "delete from audit_seal",
          "truncate audit_seal",
          "truncate audit_cut"
        }) {
      assertThatThrownBy(() -> transaction.execute(sql))
          .as(sql)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void anEntrySaysWhoFromWhereWhatBeforeAndAfterAndNoSecret() throws Exception {
    note("Back gate");
    AuditEntry entry =
        transaction
            .run(
                () ->
                    queries.page(
                        new AuditSearch(null, null, "ANN", "device", null, null, null, "back"),
                        10,
                        null))
            .items()
            .get(0);
    assertThat(entry.by()).isEqualTo("anna");
    assertThat(entry.subject()).isEqualTo("subject-1");
    assertThat(entry.address()).isEqualTo("192.0.2.7");
    assertThat(entry.before()).isEqualTo("{\"name\":\"Gate\"}");
    assertThat(entry.after()).contains("Back gate").doesNotContain("geheim");
    assertThat(entry.reason()).isEqualTo("moved");
  }

  @Test
  void aSealedLogIsIntactAndSaysHowFarItGoes() throws Exception {
    note("a");
    note("b");
    assertThat(verify().waiting()).isEqualTo(2);
    seal();
    note("c");
    seal();
    AuditReport report = verify();
    assertThat(report.finding()).isNull();
    assertThat(report.entries()).isEqualTo(3);
    assertThat(report.head().seq()).isEqualTo(3);
  }

  @Test
  void aRowAlteredBehindTheBackOfTheCenterIsNamed() throws Exception {
    note("a");
    note("b");
    note("c");
    seal();
    behindTheBack("update audit_entry set by_user = 'bert' where object = 'b'");
    AuditFinding finding = verify().finding();
    assertThat(finding.kind()).isEqualTo(AuditFinding.Tampering.ALTERED);
    assertThat(finding.entry()).isEqualTo(numberOf("b"));
  }

  @Test
  void aRemovedRowIsNamed() throws Exception {
    note("a");
    note("b");
    seal();
    long id = numberOf("a");
    behindTheBack("delete from audit_entry where object = 'a'");
    assertThat(verify().finding().kind()).isEqualTo(AuditFinding.Tampering.MISSING);
    assertThat(verify().finding().entry()).isEqualTo(id);
  }

  @Test
  void aRowThatTheCenterDidNotWriteIsNeverSealedAndNamed() throws Exception {
    note("a");
    transaction.execute(
        "insert into audit_entry (at, by_user, action, object) values (now(), 'anna', 'x', 'y')");
    transaction.execute(
        "insert into audit_entry (at, by_user, action, object, mac)"
            + " values (now(), 'anna', 'x', 'z', decode(repeat('00', 32), 'hex'))");
    seal();
    AuditReport report = verify();
    assertThat(report.entries()).isEqualTo(1);
    assertThat(report.finding().kind()).isEqualTo(AuditFinding.Tampering.INSERTED);
    assertThat(report.finding().entry()).isEqualTo(numberOf("y"));
  }

  @Test
  void aCopyOfAnEntryIsRefusedByTheDatabase() throws Exception {
    note("a");
    assertThatThrownBy(
            () ->
                transaction.execute(
                    "insert into audit_entry (uid, at, by_user, action, object, mac)"
                        + " select uid, at, by_user, action, object, mac from audit_entry"))
        .hasMessageContaining("uid");
  }

  @Test
  void anEntryThatCommitsLateIsSealedAfterThoseWithHigherNumbers() throws Exception {
    TestTransaction slow = new TestTransaction();
    AuditLog slowLog = log(slow);
    slow.run(
        () -> {
          slowLog.note("x.y", "first", null, null);
          note("second");
          seal();
          return true;
        });
    seal();
    assertThat(numberOf("first")).isLessThan(numberOf("second"));
    assertThat(verify().finding()).isNull();
    assertThat(verify().entries()).isEqualTo(2);
    assertThat(transaction.count("select entry_id from audit_seal order by seq desc limit 1"))
        .isEqualTo(numberOf("first"));
  }

  @Test
  void oldEntriesAreCutAndTheChainGoesOn() throws Exception {
    note("a");
    note("b");
    seal();
    AuditHead head = verify().head();
    Instant future = Clock.systemUTC().instant().plus(Duration.ofDays(1));
    assertThat((int) transaction.run(() -> seals.cut(future))).isEqualTo(2);
    note("c");
    seal();
    AuditReport report = verify();
    assertThat(report.finding()).isNull();
    assertThat(report.entries()).isEqualTo(1);
    assertThat(report.head().seq()).isEqualTo(3);
    assertThat(transaction.run(() -> verification.verify(head)).finding()).isNull();
    behindTheBack("update audit_cut set seq = 3", "delete from audit_seal");
    assertThat(verify().finding()).isNotNull();
  }
}
