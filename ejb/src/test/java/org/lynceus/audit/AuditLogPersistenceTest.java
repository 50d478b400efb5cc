package org.lynceus.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lynceus.shared.TestTransaction;

class AuditLogPersistenceTest {
  private final TestTransaction transaction = new TestTransaction();

  @Test
  void whatIsLoggedCannotBeChangedOrDeleted() throws Exception {
    transaction.execute(
        "insert into audit_entry (at, by_user, action, object) values (now(), 'anna', 'x', 'y')");
    assertThatThrownBy(() -> transaction.execute("update audit_entry set by_user = 'bert'"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> transaction.execute("delete from audit_entry"))
        .hasMessageContaining("append-only");
  }
}
